package dev.fairlead.cli.suite;

/** Is told what becomes of the tests, in their order. */
public interface TestReport {
    /** Called first, with the number of all tests. */
    void begin(int tests);

    void add(Outcome outcome);

    /** Called last. */
    void end();
}

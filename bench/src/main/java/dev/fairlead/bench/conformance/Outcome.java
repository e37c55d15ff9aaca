package dev.fairlead.bench.conformance;

/**
 * What one case of a suite gave.
 *
 * @param name as its suite calls it
 * @param detail what was expected and what came instead; empty if it passed
 */
record Outcome(String name, boolean passed, String detail) {

    static Outcome passed(String name) {
        return new Outcome(name, true, "");
    }

    static Outcome failed(String name, String detail) {
        return new Outcome(name, false, detail);
    }

    /** Passed if the two are equal. */
    static Outcome compare(String name, String expected, String actual) {
        return actual.equals(expected)
                ? passed(name)
                : failed(name, "expected: " + expected.strip() + "\ngot:      " + actual.strip());
    }
}

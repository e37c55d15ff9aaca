package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Repository;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class TestCommandTest {
    private static final Path SUITES = Repository.root().resolve("cli/src/test/resources/suite");

    @TempDir
    Path directory;

    private static Result run(String... words) {
        return CliRun.whole().run(words);
    }

    /** Of the suite in the resources, with its directory left out of the text. */
    private static Result mixed(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(more, 0, words, 4, more.length);
        words[0] = "test";
        words[1] = "-C";
        words[2] = SUITES.toString();
        words[3] = "mixed.nix";
        Result result = run(words);
        return new Result(result.exit(), result.out().replace(SUITES + "/", ""), result.err());
    }

    private Result suite(String text, String... more) throws IOException {
        Files.writeString(directory.resolve("suite.nix"), text);
        String[] words = new String[more.length + 4];
        System.arraycopy(more, 0, words, 4, more.length);
        words[0] = "test";
        words[1] = "-C";
        words[2] = directory.toString();
        words[3] = "suite.nix";
        return run(words);
    }

    @Test
    void testsAreReportedInTheTestAnythingProtocol() {
        Result result = mixed();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        Golden.assertMatches("suite/mixed.tap", result.out());
    }

    @Test
    void testsAreReportedAsJUnitDoes() {
        Result result = mixed("--format", "junit");
        assertThat(result.exit()).isEqualTo(1);
        Golden.assertMatches("suite/mixed.xml", result.out());
    }

    @Test
    void theReportsSayTheSameHoweverManyThreadsRun() {
        assertThat(mixed()).isEqualTo(mixed());
    }

    @Test
    void theXmlIsWellFormedAndCountsItsTests() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(mixed("--format=junit").out())))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(root.getAttribute("tests")));
        assertThat(root.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(root.getAttribute("failures")));
        assertThat(root.getElementsByTagName("error").getLength())
                .isEqualTo(Integer.parseInt(root.getAttribute("errors")));
    }

    @Test
    void theProtocolIsReadByProve() throws IOException {
        Program prove = Tools.require("perl", "prove");
        String report = mixed().out();
        // Older versions of prove know only 13, which has all that is used here.
        Path file =
                Files.writeString(directory.resolve("mixed.tap"), report.replace("TAP version 14", "TAP version 13"));
        long tests = report.lines().filter(line -> line.matches("(not )?ok .*")).count();
        long failed = report.lines().filter(line -> line.startsWith("not ok")).count();
        assertThat(prove.run("--exec", "cat", file.toString()).stdout())
                .contains("Tests: " + tests + " Failed: " + failed + ")")
                .doesNotContain("Parse errors");
    }

    @Test
    void aTestThatNeverEndsIsOneFailure() throws IOException {
        Result result = suite("""
                let numbers = builtins.genList (x: x) 10000; sum = builtins.foldl' (a: b: a + b) 0; in
                {
                  testEndless = {
                    expr = sum (map (n: sum (map (m: sum (map (x: x + n + m) numbers)) numbers)) numbers);
                    expectedError.type = "Error";
                  };
                  testFine = { expr = 1; expected = 1; };
                }
                """, "--timeout", "0.5");
        assertThat(result.out()).isEqualTo("""
                TAP version 14
                1..2
                not ok 1 - testEndless
                  ---
                  message: 'stopped after 0.5 seconds (--timeout)'
                  at: 'suite.nix:3:3'
                  ...
                ok 2 - testFine
                # 2 tests, 1 failed
                """);
    }

    @Test
    void aSuiteThatCannotBeReadIsOneFailure() throws IOException {
        Result syntax = suite("{ testA = { expr = 1; expected = 1; }");
        assertThat(syntax.exit()).isEqualTo(1);
        assertThat(syntax.out()).contains("1..1\nnot ok 1 - (suite)\n", "error: syntax error, unexpected end of file");
        assertThat(suite("{ a, ... }: { }").out()).contains("without a value ('a'); --arg a EXPR gives it one");
        assertThat(suite("let f = n: { a = f (n + 1); }; in f 0").out())
                .contains("not ok 1 - (suite)", "max-call-depth");
    }

    @Test
    void aSuiteThatNobodyCanCallIsOneFailure() throws IOException {
        String suite = "helper: { testA = { expr = helper 1; expected = 1; }; }";
        assertThat(suite(suite).out())
                .contains("not ok 1 - (suite)", "the suite is a function that does not take its arguments by name");
        assertThat(suite("{ lib }: lib.runTests { testA = { expr = 1; expected = 1; }; }")
                        .out())
                .contains("not ok 1 - (suite)", "the suite is a list and not a set of tests");
        suite(suite);
        Files.writeString(directory.resolve("called.nix"), "{ testB = { expr = 1; expected = 1; }; }");
        Result both = run("test", "-C", directory.toString(), ".");
        assertThat(both.exit()).isEqualTo(1);
        assertThat(both.out()).contains("ok 1 - called.nix: testB\nnot ok 2 - suite.nix: (suite)\n");
    }

    @Test
    void argumentsAndPathsAreGivenToSuites() throws IOException {
        Files.createDirectory(directory.resolve("other"));
        Files.writeString(directory.resolve("other/x.nix"), "5");
        String suite = """
                { lib, a, b ? 2, ... }: {
                  deep.group = {
                    testA = { expr = [ a b lib (import <o/x.nix>) ]; expected = [ 1 "t" 7 5 ]; };
                    testB = { expr = 1; expected = 1; };
                  };
                  testC = { expr = 1; expected = 2; };
                }
                """;
        String[] options = {"-I", "o=other", "--arg", "a", "1", "--argstr", "b", "t", "--arg", "lib", "7"};
        assertThat(suite(suite, options).out()).contains("# 3 tests, 1 failed");
        String[] group = {
            "-A", "deep.group", "-I", "o=other", "--arg", "a", "1", "--argstr", "b", "t", "--arg", "lib", "7"
        };
        assertThat(suite(suite, group).out()).isEqualTo("""
                TAP version 14
                1..2
                ok 1 - deep.group.testA
                ok 2 - deep.group.testB
                # 2 tests, 0 failed
                """);
        group[1] = "deep.group.testA";
        assertThat(suite(suite, group).out()).contains("1..1\nok 1 - deep.group.testA\n");
    }

    @Test
    void aDirectoryMeansTheSuitesInIt() throws IOException {
        Files.createDirectories(directory.resolve("b/.hidden"));
        String suite = "{ testX = { expr = 1; expected = 1; }; }";
        Files.writeString(directory.resolve("b/two.nix"), suite);
        Files.writeString(directory.resolve("a.nix"), suite);
        Files.writeString(directory.resolve("b/.hidden/three.nix"), suite);
        Files.writeString(directory.resolve("library.nix"), "throw \"is not evaluated\"");
        assertThat(run("test", "-C", directory.toString(), ".").out()).isEqualTo("""
                TAP version 14
                1..2
                ok 1 - a.nix: testX
                ok 2 - b/two.nix: testX
                # 2 tests, 0 failed
                """);
    }

    @Test
    void noTestsAreNoSuccess() throws IOException {
        assertThat(suite("{ }").exit()).isEqualTo(2);
        assertThat(suite("{ }").err()).isEqualTo("fairlead: there are no tests in " + directory + "/suite.nix\n");
        assertThat(run("test", directory.resolve("missing").toString()))
                .isEqualTo(new Result(
                        2, "", "fairlead: there is no file or directory " + directory.resolve("missing") + "\n"));
        assertThat(run("test").err()).startsWith("fairlead: test needs PATH\nusage: fairlead test PATH ");
    }

    @Test
    void theSuitesAmongTheExamplesPass() {
        Result result = run("test", Repository.root().resolve("examples/tests").toString());
        assertThat(result.exit()).isZero();
        assertThat(result.out()).endsWith(" 0 failed\n");
    }
}

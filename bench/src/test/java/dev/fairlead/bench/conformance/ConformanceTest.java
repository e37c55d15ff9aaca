package dev.fairlead.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
    @TempDir
    Path checkout;

    private void write(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> failures(Tally tally) {
        return tally.failures().stream().map(Outcome::name).toList();
    }

    private static Tally named(List<Tally> tallies, String name) {
        return tallies.stream()
                .filter(tally -> tally.suite().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLanguageSuiteTellsWhatDiffersFromTheExpectedFiles() throws IOException {
        String lang = "functional/lang/";
        write(lang + "parse-okay-a.nix", "x: x");
        write(lang + "parse-okay-a.exp", "(x: x)\n");
        write(lang + "parse-fail-a.nix", "x");
        write(lang + "parse-fail-b.nix", "1");
        write(lang + "eval-okay-a.nix", "[ 1 ./. ]");
        write(lang + "eval-okay-a.exp", "[ 1 /pwd/lang ]\n");
        write(lang + "eval-okay-b.nix", "1 + 1");
        write(lang + "eval-okay-b.exp", "3\n");
        write(lang + "eval-okay-c.nix", "{ x }: { inherit x; }");
        write(lang + "eval-okay-c.flags", "--argstr x y -A x\n");
        write(lang + "eval-okay-c.exp", "\"y\"\n");
        write(lang + "eval-okay-d.nix", "import <nowhere>");
        write(lang + "eval-okay-d.exp", "1");
        write(lang + "eval-fail-a.nix", "throw \"no\"");
        write(lang + "eval-fail-a.err.exp", "error:\n       … while x\n\n       error: no\n");
        write(lang + "eval-fail-b.nix", "throw \"no\"");
        write(lang + "eval-fail-b.err.exp", "error: yes\n");
        List<Tally> tallies = new LanguageSuite(checkout.resolve("functional")).run();
        assertThat(failures(named(tallies, "parse-okay: the same tree"))).isEmpty();
        assertThat(failures(named(tallies, "parse-fail: refused"))).containsExactly("parse-fail-b");
        assertThat(named(tallies, "eval-okay, pure: the same value").outcomes()).hasSize(3);
        assertThat(failures(named(tallies, "eval-okay, pure: the same value"))).containsExactly("eval-okay-b");
        assertThat(failures(named(tallies, "eval-okay, others: the same value")))
                .containsExactly("eval-okay-d");
        assertThat(failures(named(tallies, "eval-fail, pure: fails"))).isEmpty();
        assertThat(failures(named(tallies, "eval-fail, pure: with the same last line")))
                .containsExactly("eval-fail-b");
    }

    @Test
    void aScriptFindsTheEvaluatorUnderTheNameOfNix() throws IOException {
        write("suite.sh", """
                pass=0
                check() {
                    if [ "$(nix-instantiate --eval --json "${@:2}" 2>&1 | grep -o 'error: .*\\|^[^ ].*' | tail -n 1)" = "$1" ]; then
                        pass=$((pass + 1))
                    else
                        echo "TEST FAILED at suite.sh:${BASH_LINENO[0]}"
                    fi
                }
                check '[1,2]' --strict -E '[ 1 2 ]'
                check 3 -E '{ a.b = 3; }' -A a.b
                check 4 -E '5'
                check 'error: x' -E 'throw "x"'
                check 'error: aborting to reveal stack trace of warning, as abort-on-warn is set' --option abort-on-warn true -E 'builtins.warn "w" 1'
                echo "$pass Pass"
                """);
        Tally tally = new ShellSuite(checkout.resolve("suite.sh")).counted();
        assertThat(tally.passed()).isEqualTo(4);
        assertThat(failures(tally)).containsExactly("suite.sh:11");
    }

    @Test
    void testsOfLibrariesAreComparedInTheLanguage() throws IOException {
        write("nixpkgs-lib/lib/default.nix", "{ }");
        write("gen-graph/lib/default.nix", "{ prelude }: { size = prelude.length; }");
        write("gen-graph/ci/tests/a.nix", """
                { genGraph, ... }:
                {
                  flake.tests.a = {
                    test-same = { expr = genGraph.size [ 1 ]; expected = 1; };
                    test-other = { expr = 1; expected = 2; };
                    inner.test-fails = { expr = throw "x"; expectedError.type = "ThrownError"; };
                  };
                }
                """);
        write("gen-graph/ci/tests/b.nix", "{ other, ... }: { }");
        assertThat(failures(new GenSuite(checkout, "gen-graph").run())).containsExactly("a.test-other", "b.nix");
    }

    @Test
    void differencesOfVersionsAreToldFromOthers() {
        Path file = Path.of("x.nix");
        Evaluation one = new Evaluation(true, "1");
        Evaluation two = new Evaluation(true, "2");
        Evaluation overflow = new Evaluation(false, "error: integer overflow in adding 1 + 2");
        Evaluation unknown = new Evaluation(false, "error: x");
        assertThat(new Difference("eval", file, one, one).agrees()).isTrue();
        assertThat(new Difference("eval", file, unknown, overflow).agrees()).isTrue();
        assertThat(new Difference("eval", file, one, two).agrees()).isFalse();
        assertThat(new Difference("eval", file, one, two).reason()).isNull();
        assertThat(new Difference("eval", file, one, overflow).reason()).isEqualTo("2.8 wraps around");
        assertThat(new Difference("eval", file, overflow, one).reason()).isNull();
        assertThat(new Difference("eval", file, one, unknown).reason()).isNull();
    }
}

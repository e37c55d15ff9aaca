package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats, baselines and exit codes of {@code check}, on fleets in files. */
final class CheckCommandTest {
    private static final String BROKEN = """
            {
              den.aspects.grafana.meta.requires = [ "dns" ];
              den.hosts.x86_64-linux.web1.includes = [ "grafana" ];
            }
            """;

    @TempDir
    Path directory;

    private Result check(String fleet, String... words) throws IOException {
        Files.writeString(directory.resolve("fleet.nix"), fleet);
        String[] all = new String[words.length + 2];
        all[0] = "check";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CliRun.whole().run(all);
    }

    private String baseline() {
        return directory.resolve("baseline.json").toString();
    }

    @Test
    void aKnownFindingIsPassedOverWhereverItMoved() throws IOException {
        Result written = check(BROKEN, "--baseline", baseline(), "--write-baseline");
        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).isEqualTo("fairlead: 1 finding written to " + baseline() + "\n");
        Result moved = check("# moved\n\n" + BROKEN, "--baseline", baseline());
        assertThat(moved)
                .isEqualTo(new Result(0, "1 service on 1 host: no new findings (1 more in the baseline)\n", ""));
    }

    @Test
    void aNewFindingFailsBesideKnownOnes() throws IOException {
        assertThat(check(BROKEN, "--baseline", baseline(), "--write-baseline").exit())
                .isZero();
        Result more = check(BROKEN.replace("[ \"dns\" ]", "[ \"dns\" \"pki\" ]"), "--baseline", baseline());
        assertThat(more.exit()).isEqualTo(1);
        assertThat(more.out())
                .contains("capability:pki")
                .doesNotContain("capability:dns")
                .endsWith("1 error in 1 service on 1 host (1 more in the baseline)\n");
        Result sarif =
                check(BROKEN.replace("\"dns\"", "\"dns\" \"pki\""), "--baseline", baseline(), "--format", "sarif");
        assertThat(sarif.exit()).isEqualTo(1);
        assertThat(sarif.out()).contains("\"baselineState\": \"new\"", "\"baselineState\": \"unchanged\"");
    }

    @Test
    void aFindingThatIsGoneIsToldSoThatTheBaselineShrinks() throws IOException {
        assertThat(check(BROKEN, "--baseline", baseline(), "--write-baseline").exit())
                .isZero();
        Result mended = check(BROKEN.replace("\"dns\"", ""), "--baseline", baseline());
        assertThat(mended.exit()).isZero();
        assertThat(mended.err())
                .isEqualTo("fairlead: no longer there: 1 finding of " + baseline()
                        + "; --write-baseline brings it up to date\n");
    }

    @Test
    void aBaselineThatCannotBeUsedIsRefusedAndLeftAsItIs() throws IOException {
        assertThat(check(BROKEN, "--write-baseline").err())
                .isEqualTo("fairlead: --write-baseline needs --baseline FILE, the file to write\n");
        assertThat(check(BROKEN, "--baseline", baseline()))
                .isEqualTo(new Result(
                        2, "", "fairlead: there is no baseline " + baseline() + "; --write-baseline writes it\n"));
        refused("", " is empty");
        refused("{", " is not JSON (it ends too early in line 1)");
        refused("[]", " has no \"schema\": \"fairlead/baseline/1\"");
        refused("{ \"schema\": \"fairlead/baseline/1\" }", " has no findings");
        refused("{ \"schema\": \"fairlead/baseline/1\", \"findings\": [ 1 ] }", " findings[0] must be an object");
        refused(
                "{ \"schema\": \"fairlead/baseline/2\", \"findings\": [] }",
                " is of a later version of Fairlead (it is fairlead/baseline/2, this version reads"
                        + " fairlead/baseline/1)");
        refused("{ \"schema\": \"fairlead/plan/1\" }", " is fairlead/plan/1, not fairlead/baseline/1");
    }

    private void refused(String text, String complaint) throws IOException {
        Path file = directory.resolve("baseline.json");
        Files.writeString(file, text);
        Result result = check(BROKEN, "--baseline", baseline());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("fairlead: the baseline " + file + complaint);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void everyFormatExitsAlike() throws IOException {
        for (String format : new String[] {"text", "json", "sarif", "junit", "github"}) {
            assertThat(check(BROKEN, "--format", format).exit()).isEqualTo(1);
            assertThat(check("{ den.hosts.x86_64-linux.web1 = { }; }", "--format", format)
                            .exit())
                    .isZero();
        }
    }
}

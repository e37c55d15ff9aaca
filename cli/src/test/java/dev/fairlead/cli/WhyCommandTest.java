package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a fleet in which something else is wrong. */
final class WhyCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void writeFleet() throws IOException {
        Files.writeString(directory.resolve("fleet.nix"), """
                { lib, ... }:
                {
                  den.hosts.x86_64-linux.w1.includes = [ "app" ];
                  den.hosts.x86_64-linux.w2 = { includes = [ "app" ]; settings.app.port = "x"; };
                  den.environments.p = { };
                  den.fleet.settings.app.port = 1;
                  den.aspects.app.settings.port = { type = lib.types.port; default = 80; };
                }
                """);
    }

    private Result why(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "why";
        all[1] = "-C";
        all[2] = directory.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return CliRun.whole().run(all);
    }

    @Test
    void whatAScopeGivesToOthersIsToldWithWhoGetsIt() {
        Result fleet = why("fleet", "app.port");
        assertThat(fleet.out()).isEmpty();
        assertThat(fleet.err())
                .endsWith("fleet says 1 of app.port (fleet.nix:6:3), but has no service that reads it; ask host:w1,"
                        + " which does\n");
        assertThat(why("env:p", "app.port").err())
                .endsWith("env:p has no setting 'app.port' (no service deployed there has any)\n");
    }

    @Test
    void whatIsWrongWithTheSettingOfOneHostIsNotToldOfAnother() {
        assertThat(why("w1", "app.port").out())
                .startsWith("app.port of host:w1 is 1, from fleet.\n")
                .doesNotContain("w2");
        assertThat(why("w2", "app.port").out()).contains("error[setting-type]: host:w2 sets app.port to \"x\"");
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        assertThat(why("w1", ":65536").err())
                .endsWith("':65536' is no port; write its number, 1 to 65535, such as :80\n");
        assertThat(why("w1", ":0").err()).endsWith("':0' is no port; write its number, 1 to 65535, such as :80\n");
        assertThat(why("w1", ":65535").out()).startsWith("Nobody claims port 65535 of host:w1.\n");
    }
}

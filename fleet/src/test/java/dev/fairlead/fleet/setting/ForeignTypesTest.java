package dev.fairlead.fleet.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that another library made: what is asked of them is the protocol of types and nothing else. */
final class ForeignTypesTest {
    @TempDir
    private Path directory;

    @Test
    void aTypeWrittenByHandIsHeldToAndMergesItsOwnWay() {
        SettingFleet fleet = SettingFleet.of(directory, """
                den.aspects.web.settings.even = {
                  default = 0;
                  type = {
                    _type = "option-type";
                    name = "even";
                    description = "even number";
                    check = v: builtins.isInt v && v / 2 * 2 == v;
                    merge = loc: defs: (builtins.head defs).value * 10;
                    nestedTypes = { };
                    emptyValue = { };
                  };
                };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.even = 4; };
                den.hosts.x86_64-linux.i = { includes = [ "web" ]; settings.web.even = 3; };
                """);
        assertThat(fleet.findings()).isEqualTo("setting-type: host:i sets web.even to 3, but its type is even number.");
        assertThat(fleet.value("host:h", "web.even")).isEqualTo("40");
    }

    /** With {@code -Dnixpkgs.lib=DIR}, the {@code lib} folder of nixpkgs. */
    @Test
    void schemasAndTypesOfNixpkgsOwnLibraryWorkAsOursDo() {
        String nixpkgs = System.getProperty("nixpkgs.lib", "");
        assumeTrue(!nixpkgs.isEmpty() && Files.isDirectory(Path.of(nixpkgs)), "nixpkgs is not here");
        copy(Path.of(nixpkgs), directory.resolve("lib"));
        SettingFleet fleet = SettingFleet.of(directory, """
                den.aspects.web.settings = let lib = import ./lib; in {
                  port = lib.mkOption { type = lib.types.port; default = 80; } // { merge = "replace"; };
                  names = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; } // { merge = "append"; };
                  mode = lib.mkOption { type = lib.types.nullOr (lib.types.enum [ "a" "b" ]); default = null; };
                  either = lib.mkOption { type = lib.types.either lib.types.int (lib.types.listOf lib.types.int); default = 1; };
                  on = lib.mkOption { type = lib.types.coercedTo lib.types.int (n: n > 0) lib.types.bool; default = false; };
                  tls = { merge = "recursive"; default = { };
                    type = lib.types.submodule {
                      options.cert = lib.mkOption { type = lib.types.str; default = "none"; };
                      options.hosts = lib.mkOption { type = lib.types.attrsOf lib.types.int; default = { }; };
                    };
                  };
                };
                den.fleet.settings.web = { names = [ "fleet" ]; tls.hosts.a = 1; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ];
                  settings.web = { names = [ "host" ]; mode = "b"; either = [ 1 2 ]; on = 2; tls.hosts.b = 2; }; };
                den.hosts.x86_64-linux.i.settings.web = { port = 70000; names = [ 1 ]; mode = "c"; either = [ "x" ]; tls.cert = 1; };
                """);
        assertThat(fleet.findings().lines())
                .containsExactlyInAnyOrder(
                        "setting-type: host:i sets web.port to 70000, but its type is 16 bit unsigned integer; between 0 and"
                                + " 65535 (both inclusive).",
                        "setting-type: host:i sets web.names[0] to 1, but its type is string.",
                        "setting-type: host:i sets web.mode to \"c\", but its type is null or one of \"a\", \"b\".",
                        "setting-type: host:i sets web.tls.cert to 1, but its type is string.",
                        "setting-type: host:i sets web.either[0] to \"x\", but its type is signed integer.");
        assertThat(fleet.value("host:h", "web.names")).isEqualTo("[\"host\" \"fleet\"]");
        assertThat(fleet.value("host:h", "web.on")).isEqualTo("true");
        assertThat(fleet.value("host:h", "web.tls")).isEqualTo("{cert=\"none\" hosts={a=1 b=2}}");
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

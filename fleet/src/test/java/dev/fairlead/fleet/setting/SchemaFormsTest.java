package dev.fairlead.fleet.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which an aspect may declare its settings. */
final class SchemaFormsTest {
    @TempDir
    private Path directory;

    private SettingFleet fleet(String body) {
        return SettingFleet.of(directory, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ lib, ... }: { options.port = lib.mkOption { type = lib.types.port; default = 80; }; options.hosts = lib.mkOption { type = lib.types.listOf lib.types.str; merge = \"append\"; }; }",
                "{ port = lib.mkOption { type = lib.types.port; default = 80; }; hosts = lib.mkOption { type = lib.types.listOf lib.types.str; } // { merge = \"append\"; }; }",
                "{ port = { type = lib.types.port; default = 80; description = \"d\"; }; hosts = { type = lib.types.listOf lib.types.str; merge = \"append\"; }; }",
                "lib.mkMerge [ { port = { default = 80; }; } ({ lib, ... }: { options.port = lib.mkOption { type = lib.types.port; }; imports = [ { options.hosts = lib.mkOption { type = lib.types.listOf lib.types.str; merge = \"append\"; }; } ]; }) ]"
            })
    void allFormsMeanTheSame(String schema) {
        SettingFleet fleet = fleet("den.aspects.web.settings = " + schema + ";\n" + """
                den.fleet.settings.web.hosts = [ "fleet" ];
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.hosts = [ "host" ]; };
                den.hosts.x86_64-linux.i = { includes = [ "web" ]; settings.web.port = "80"; };
                """);
        assertThat(fleet.findings())
                .isEqualTo("setting-type: host:i sets web.port to \"80\", but its type is 16 bit unsigned integer;"
                        + " between 0 and 65535 (both inclusive).");
        assertThat(fleet.value("host:h", "web.port")).isEqualTo("80");
        assertThat(fleet.value("host:h", "web.hosts")).isEqualTo("[\"host\" \"fleet\"]");
    }

    @Test
    void setsNestPathsAndANestedFieldHasItsOwnStrategy() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings.tls = {
                  ciphers = { type = lib.types.listOf lib.types.str; default = [ "c" ]; merge = "append"; };
                  cert = lib.mkOption { type = lib.types.str; default = "none"; };
                };
                den.fleet.settings.web.tls = { ciphers = [ "b" ]; cert = "fleet"; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.tls = { ciphers = [ "a" ]; cert = "host"; }; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.tls.ciphers")).isEqualTo("[\"a\" \"b\" \"c\"]");
        assertThat(fleet.value("host:h", "web.tls.cert")).isEqualTo("\"host\"");
    }

    @Test
    void aFieldOfASubmoduleMergesByTheStrategyItNames() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings.tls = lib.mkOption {
                  merge = "recursive";
                  default = { };
                  type = lib.types.submodule {
                    options.ciphers = lib.mkOption { type = lib.types.listOf lib.types.str; merge = "unique"; default = [ ]; };
                    options.names = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; };
                    options.cert = lib.mkOption { type = lib.types.str; default = "self-signed"; };
                  };
                };
                den.fleet.settings.web.tls = { ciphers = [ "a" "c" ]; names = [ "n" ]; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.tls = { ciphers = [ "a" "b" ]; names = [ "m" ]; }; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.tls"))
                .isEqualTo("{cert=\"self-signed\" ciphers=[\"a\" \"b\" \"c\"] names=[\"m\"]}");
    }

    @Test
    void aModuleSeesTheResolvedSettingsAndMayDefineSomeItself() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = { lib, config, settings, host, ... }: {
                  options.enable = lib.mkEnableOption "the site";
                  options.port = lib.mkOption { type = lib.types.port; default = 80; };
                  options.url = lib.mkOption { type = lib.types.str; default = "http://${host.name}:${toString config.port}"; };
                  options.workers = lib.mkOption { type = lib.types.int; default = 1; };
                  config = lib.mkIf settings.enable { workers = 4; };
                };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web = { enable = true; port = 81; }; };
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.url")).isEqualTo("\"http://h:81\"");
        assertThat(fleet.value("host:h", "web.workers")).isEqualTo("4");
        assertThat(fleet.value("host:i", "web.workers")).isEqualTo("1");
    }

    @Test
    void aFreeformTypeTakesWhatIsNotDeclaredAndHoldsItToItsType() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = { lib, ... }: {
                  freeformType = lib.types.attrsOf lib.types.int;
                  options.name = lib.mkOption { type = lib.types.str; default = "n"; };
                };
                den.fleet.settings.web = { extra = 1; other = "two"; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; };
                """);
        assertThat(fleet.findings())
                .isEqualTo("setting-type: fleet sets web.other to \"two\", but its type is signed integer.");
        assertThat(fleet.value("host:h", "web.extra")).isEqualTo("1");
    }

    @Test
    void anAspectThatDeclaresNothingTakesAnythingLeafByLeaf() {
        SettingFleet fleet = fleet("""
                den.aspects.web.meta = { settings, ... }: { provides.site = settings; };
                den.fleet.settings.web.site = { name = "fleet"; port = 1; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.site.name = "host"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.provided("service:web@h")).isEqualTo("{site={name=\"host\" port=1}}");
    }

    @Test
    void whatIsWrongWithASchemaIsReportedOnceAndItsOtherFieldsAreStillSettings() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = {
                  plain = 80;
                  typed = { type = "int"; };
                  bare = lib.types.int;
                  typo = { type = lib.types.int; defualt = 3; default = 3; };
                  how = { type = lib.types.int; default = 1; merge = "sum"; };
                  fails = throw "no";
                  good = { type = lib.types.int; default = 1; };
                };
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                """);
        assertThat(fleet.findings().lines())
                .containsExactlyInAnyOrder(
                        "evaluation: den.aspects.web.settings.plain must be an option or a set of options, but is an integer.",
                        "evaluation: den.aspects.web.settings has a field typed whose type is a string, not one of lib.types.",
                        "evaluation: den.aspects.web.settings.bare must be an option or a set of options, but is a type.",
                        "unknown-attribute: den.aspects.web.settings has a field typo with an attribute \"defualt\", which"
                                + " fields do not have.",
                        "evaluation: den.aspects.web.settings has a field how whose merge is none of \"replace\", \"append\","
                                + " \"unique\" and \"recursive\".",
                        "evaluation: no.");
        assertThat(fleet.value("host:h", "web.good")).isEqualTo("1");
    }

    @Test
    void twoModulesMayCompleteAFieldAndNotContradictEachOther() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = lib.mkMerge [
                  { a = { type = lib.types.int; }; b.default = 1; }
                  { a = { default = 2; }; b.default = 2; }
                ];
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                """);
        assertThat(fleet.findings())
                .isEqualTo("conflicting-definitions: den.aspects.web.settings declares the field b twice.");
        assertThat(fleet.value("host:h", "web.a")).isEqualTo("2");
    }

    @Test
    void anArgumentThatNoSchemaGetsIsNamed() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = { lib, pkgs, ... }: { options.a = lib.mkOption { default = pkgs; }; };
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                """);
        assertThat(fleet.findings())
                .isEqualTo("unknown-argument: den.aspects.web.settings asks for \"pkgs\", which schemas of settings do"
                        + " not get.");
    }
}

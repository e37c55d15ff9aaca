package dev.fairlead.fleet.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings come to in whole fleets, and what is said of wrong ones. */
final class SettingsTest {
    private static final String PORT = "den.aspects.web.settings.port = { type = lib.types.port; default = 80; };\n";

    @TempDir
    private Path directory;

    private SettingFleet fleet(String body) {
        return SettingFleet.of(directory, body);
    }

    @Test
    void settingsOfAnAspectThatAreNoSetAreOneFinding() {
        assertThat(fleet(PORT + "den.hosts.x86_64-linux.h = { includes = [ \"web\" ]; settings.web = 4; };")
                        .findings())
                .isEqualTo("setting-type: host:h sets web to 4, but it must be a set.");
        assertThat(fleet("""
                        den.aspects.web = { };
                        den.aspects.disk.boot.nixos = { };
                        den.hosts.x86_64-linux.h.settings = { web = 4; disk = 5; };
                        """).findings()).isEqualTo("""
                        setting-type: host:h sets web to 4, but it must be a set.
                        setting-type: host:h sets disk to 5, but it must be a set.""");
    }

    @Test
    void theWorkedExampleOfTheManual() {
        SettingFleet fleet = fleet("""
                den.environments.cdn.settings.web.allowedOrigins = [ "cdn.example" ];
                den.environments.prod.settings.web = { port = 443; allowedOrigins = [ "*.example.com" ]; };
                den.hosts.x86_64-linux.h = {
                  environment = "prod"; imports = [ "cdn" ]; includes = [ "web" ];
                  settings.web = { port = 8080; workers = 16; };
                };
                den.aspects.web = {
                  settings = {
                    port = { type = lib.types.port; default = 80; };
                    workers = { type = lib.types.positive; default = 4; };
                    allowedOrigins = { type = lib.types.listOf lib.types.str; merge = "append"; };
                  };
                  meta = { settings, settingSources, ... }: {
                    provides.site = { inherit (settings) port workers allowedOrigins; from = settingSources; };
                  };
                };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.provided("service:web@h"))
                .isEqualTo("{allowedOrigins=[\"cdn.example\" \"*.example.com\"] from={allowedOrigins=[\"env:cdn\""
                        + " \"env:prod\"] port=[\"host:h\"] workers=[\"host:h\"]} port=8080 workers=16}");
        assertThat(fleet.layers("host:h", "web.port"))
                .containsExactly("host:h", "env:prod (shadowed)", "default (shadowed)");
    }

    @Test
    void anInstanceHasTheSettingsOfItsIncludeBeforeAllOthers() {
        SettingFleet fleet = fleet(PORT + """
                den.fleet.settings.web.port = 1;
                den.hosts.x86_64-linux.h = {
                  settings.web.port = 2;
                  includes = [ "web" { aspect = "web"; instance = "x"; settings.port = lib.mkForce 3; } ];
                };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.port")).isEqualTo("2");
        assertThat(fleet.value("service:web[x]@h", "web.port")).isEqualTo("3");
        assertThat(fleet.layers("service:web[x]@h", "web.port"))
                .containsExactly("include", "host:h (shadowed)", "fleet (shadowed)", "default (shadowed)");
    }

    @Test
    void usersSeeTheirOwnSettingsBeforeThoseOfTheirHost() {
        SettingFleet fleet = fleet(PORT + """
                den.hosts.x86_64-linux.h = {
                  settings.web.port = 2;
                  users.u = { includes = [ "web" ]; settings.web.port = 3; };
                  users.v.includes = [ "web" ];
                };
                """);
        assertThat(fleet.value("user:u@h", "web.port")).isEqualTo("3");
        assertThat(fleet.value("user:v@h", "web.port")).isEqualTo("2");
    }

    @Test
    void prioritiesAndConditionsDecideInsideALayerAndNeverAcross() {
        SettingFleet fleet = fleet(PORT + """
                den.aspects.web.settings.list = { type = lib.types.listOf lib.types.str; merge = "append"; };
                den.fleet.settings.web = lib.mkMerge [
                  { port = lib.mkForce 1; list = lib.mkAfter [ "last" ]; }
                  { port = 2; list = [ "first" ]; }
                ];
                den.environments.default.settings.web.port = lib.mkIf false 3;
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.port = lib.mkDefault 4; };
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.port")).isEqualTo("4");
        assertThat(fleet.value("host:i", "web.port")).isEqualTo("1");
        assertThat(fleet.value("host:i", "web.list")).isEqualTo("[\"first\" \"last\"]");
    }

    @Test
    void aValueThatWonByPriorityIsWhereItIsWrittenAndNotWhereTheLoserIs() {
        SettingFleet fleet = fleet("""
                imports = [ { den.hosts.x86_64-linux.h.settings.web = { port = 1; deep.a = 1; }; } ];
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.hosts.x86_64-linux.h.settings.web.port = lib.mkForce "one";
                den.hosts.x86_64-linux.h.settings.web.deep.a = lib.mkForce "two";
                den.aspects.web.settings = {
                  port = { type = lib.types.port; };
                  deep = { type = lib.types.attrsOf lib.types.int; };
                };
                """);
        assertThat(fleet.resolution().findings())
                .extracting(finding -> finding.id().text() + " " + finding.location())
                .containsExactly("setting-type fleet.nix:5:1", "setting-type fleet.nix:6:1");
    }

    @Test
    void aReferenceToNothingSuggestsWhatThereIs() {
        SettingFleet fleet = fleet("""
                den.environments.prod = { };
                den.hosts.x86_64-linux.web1 = {
                  includes = [ "web" ];
                  settings.web = { peer = "web2"; peers = [ "web1" "elsewhere" ]; stage.of = "prdo"; };
                };
                den.aspects.web.settings = {
                  peer = { type = lib.types.nullOr (lib.types.ref "host"); };
                  peers = { type = lib.types.listOf (lib.types.ref "host"); };
                  stage = {
                    type = lib.types.submodule { options.of = lib.mkOption { type = lib.types.ref "environment"; }; };
                  };
                };
                """);
        assertThat(fleet.resolution().findings())
                .extracting(finding -> finding.id().text() + ": " + finding.message() + " " + finding.fix())
                .containsExactlyInAnyOrder(
                        "unknown-reference: host:web1 sets web.peer to \"web2\", but there is no host of that name."
                                + " did you mean \"web1\"?",
                        "unknown-reference: host:web1 sets web.peers[1] to \"elsewhere\", but there is no host of that"
                                + " name. null",
                        "unknown-reference: host:web1 sets web.stage.of to \"prdo\", but there is no environment of"
                                + " that name. did you mean \"prod\"?");
    }

    @Test
    void conditionsHoldForItemsOfLists() {
        SettingFleet fleet = fleet("""
                den.hosts.x86_64-linux.h = {
                  includes = [ "web" ];
                  settings.web = {
                    open = [ 1 (lib.mkIf false 2) (lib.mkIf true 3) ];
                    typed = [ 1 (lib.mkIf false "no") (lib.mkMerge [ 3 4 ]) ];
                    nested.x = [ (lib.mkIf false 1) 2 ];
                    joined = [ (lib.mkIf true 1) ];
                  };
                };
                den.environments.default.settings.web.joined = [ (lib.mkIf false (throw "unread")) 2 ];
                den.aspects.web.settings = {
                  open = lib.mkOption { };
                  typed = { type = lib.types.listOf lib.types.int; };
                  nested = { type = lib.types.attrsOf (lib.types.listOf lib.types.int); };
                  joined = { type = lib.types.listOf lib.types.int; merge = "append"; };
                };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.open")).isEqualTo("[1 3]");
        assertThat(fleet.value("host:h", "web.typed")).isEqualTo("[1 3 4]");
        assertThat(fleet.value("host:h", "web.nested")).isEqualTo("{x=[2]}");
        assertThat(fleet.value("host:h", "web.joined")).isEqualTo("[1 2]");
    }

    @Test
    void aHostReadsTheSettingsOfAnyAspectDeployedOrNot() {
        SettingFleet fleet = fleet("""
                den.aspects.disk.impermanence.settings.wipe = lib.mkEnableOption "wiping";
                den.aspects.disk.settings.root = lib.mkOption { default = "/"; };
                den.environments.base.settings.disk.impermanence.wipe = true;
                den.environments.prod.imports = [ "base" ];
                den.aspects.home.meta = { host, ... }: {
                  provides.home = { inherit (host.settings.disk.impermanence) wipe; inherit (host.settings.disk) root; };
                };
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "home" ]; settings.disk.root = "/mnt"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.provided("service:home@h")).isEqualTo("{root=\"/mnt\" wipe=true}");
    }

    @Test
    void aWrongValueIsOneFindingHoweverManyReadItAndSpoilsOnlyItsReaders() {
        SettingFleet fleet = fleet(PORT + """
                den.aspects.web.settings.name = { type = lib.types.str; default = "n"; };
                den.aspects.web.meta = { settings, ... }: {
                  provides.site = { inherit (settings) name; };
                  requires = lib.optional (settings.port > 1) "nothing";
                };
                den.fleet.settings.web.port = true;
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                den.hosts.x86_64-linux.j = { includes = [ "web" ]; settings.web.port = 1; };
                """);
        assertThat(fleet.findings())
                .isEqualTo("setting-type: fleet sets web.port to true, but its type is 16 bit unsigned integer;"
                        + " between 0 and 65535 (both inclusive).");
        assertThat(fleet.value("host:h", "web.name")).isEqualTo("\"n\"");
        assertThat(fleet.value("host:j", "web.port")).isEqualTo("1");
    }

    @Test
    void eachWrongPartIsBlamedOnTheLayerThatSaysIt() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = {
                  names = { type = lib.types.listOf lib.types.str; merge = "append"; };
                  limits = { type = lib.types.attrsOf lib.types.int; merge = "recursive"; };
                  mode = { type = lib.types.enum [ "open" "closed" ]; default = "open"; };
                };
                den.fleet.settings.web = { names = [ "a" 1 ]; limits = { cpu = 1; memory = "2"; }; mode = "opem"; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web = { names = [ null ]; limits.cpu = 3; }; };
                """);
        assertThat(fleet.findings().lines())
                .containsExactlyInAnyOrder(
                        "setting-type: fleet sets web.names[1] to 1, but its type is string.",
                        "setting-type: fleet sets web.limits.memory to \"2\", but its type is signed integer.",
                        "setting-type: fleet sets web.mode to \"opem\", but its type is one of \"open\", \"closed\".",
                        "setting-type: host:h sets web.names[0] to null, but its type is string.");
        assertThat(fleet.all().stream().map(Finding::fix)).contains("write web.mode = \"open\";");
    }

    @Test
    void shadowedValuesAndThoseOfAspectsNobodyDeploysAreCheckedToo() {
        SettingFleet fleet = fleet(PORT + """
                den.aspects.idle.settings.level = { type = lib.types.int; };
                den.fleet.settings = { web.port = "a"; idle.level = "b"; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.port = 1; settings.idle.lvel = 1; };
                """);
        assertThat(fleet.findings().lines())
                .containsExactlyInAnyOrder(
                        "setting-type: fleet sets web.port to \"a\", but its type is 16 bit unsigned integer; between 0 and"
                                + " 65535 (both inclusive).",
                        "setting-type: fleet sets idle.level to \"b\", but its type is signed integer.",
                        "unknown-setting: host:h sets idle.lvel, but idle has only the settings level.");
    }

    @Test
    void aWrongDefaultIsTheFaultOfTheSchema() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings.port = { type = lib.types.port; default = "80"; };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.port = 1; };
                """);
        assertThat(fleet.findings())
                .isEqualTo("setting-type: den.aspects.web.settings gives web.port the default \"80\", but its type is"
                        + " 16 bit unsigned integer; between 0 and 65535 (both inclusive).");
    }

    @Test
    void aValueThatFailsIsOneFindingAndOtherFieldsAreKnown() {
        SettingFleet fleet = fleet(PORT + """
                den.aspects.web.settings.name = { type = lib.types.str; default = "n"; };
                den.fleet.settings.web.port = throw "not today";
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                """);
        assertThat(fleet.findings()).isEqualTo("evaluation: not today.");
        assertThat(fleet.value("host:h", "web.name")).isEqualTo("\"n\"");
    }

    @Test
    void settingsMayDependOnEachOtherAndATrueCycleIsNamed() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = { config, lib, ... }: {
                  options.a = lib.mkOption { default = config.b; };
                  options.b = lib.mkOption { default = 1; };
                  options.c = lib.mkOption { default = config.d; };
                  options.d = lib.mkOption { default = config.c; };
                };
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                """);
        assertThat(fleet.value("host:h", "web.a")).isEqualTo("1");
        assertThat(fleet.findings()).startsWith("value-cycle: ");
        assertThat(fleet.all().stream().map(Finding::id).distinct()).hasSize(1);
    }

    @Test
    void rulesSetBeforeAllLayersAndTheHigherPriorityDecides() {
        SettingFleet fleet = fleet(PORT + """
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.port = 1; };
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                den.rules.low = { on = "host"; produce = h: actions.set { path = "web.port"; value = 2; }; };
                den.rules.high = { on = "service"; priority = 5; condition = s: s.host == "h";
                  produce = s: actions.set { path = "web.port"; value = 3; }; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.port")).isEqualTo("3");
        assertThat(fleet.layers("host:h", "web.port"))
                .containsExactly("rule:high", "host:h (shadowed)", "default (shadowed)");
        assertThat(fleet.value("host:i", "web.port")).isEqualTo("2");
    }

    @Test
    void twoRulesOfOnePriorityThatDisagreeAreAConflict() {
        SettingFleet fleet = fleet(PORT + """
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.rules.a = { on = "host"; produce = h: actions.set { path = "web.port"; value = 2; }; };
                den.rules.b = { on = "host"; produce = h: actions.set { path = "web.port"; value = 3; }; };
                """);
        assertThat(fleet.findings())
                .isEqualTo("conflicting-definitions: rule:a and rule:b set web.port on host:h to different values with"
                        + " the same priority.");
    }

    @Test
    void theValueOfApplyIsWhatReadersGetAndEmptyTypesNeedNoDefault() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings = {
                  name = lib.mkOption { type = lib.types.str; apply = lib.toUpper; };
                  hosts = lib.mkOption { type = lib.types.listOf lib.types.str; };
                  port = lib.mkOption { type = lib.types.nullOr lib.types.port; };
                  on = lib.mkOption { type = lib.types.coercedTo lib.types.int (n: n > 0) lib.types.bool; default = 1; };
                };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.name = "n"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.value("host:h", "web.name")).isEqualTo("\"N\"");
        assertThat(fleet.value("host:h", "web.hosts")).isEqualTo("[]");
        assertThat(fleet.value("host:h", "web.port")).isEqualTo("null");
        assertThat(fleet.value("host:h", "web.on")).isEqualTo("true");
    }

    @Test
    void whatASubmoduleRefusesIsBlamedLikeAnyOtherValue() {
        SettingFleet fleet = fleet("""
                den.aspects.web.settings.tls = lib.mkOption {
                  default = { };
                  type = lib.types.submodule {
                    options.port = lib.mkOption { type = lib.types.port; default = 443; };
                    options.cert = lib.mkOption { type = lib.types.str; default = ""; };
                  };
                };
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.tls = { port = "x"; }; };
                den.hosts.x86_64-linux.i = { includes = [ "web" ]; settings.web.tls = { prt = 1; cret = 2; cert = 3; }; };
                """);
        assertThat(fleet.findings().lines())
                .containsExactlyInAnyOrder(
                        "setting-type: host:h sets web.tls.port to \"x\", but its type is 16 bit unsigned integer; between 0"
                                + " and 65535 (both inclusive).",
                        "setting-type: host:i sets web.tls.prt to 1, but its type has no such option.",
                        "setting-type: host:i sets web.tls.cret to 2, but its type has no such option.",
                        "setting-type: host:i sets web.tls.cert to 3, but its type is string.");
    }
}

package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two rules that each do something unless the other did: whatever it is that they do, that is told as a circle. */
final class UnstratifiedTest {
    private static final String FLEET = """
            den.hosts.x86_64-linux.h.includes = [ "web" "there-x" "there-y" ];
            den.aspects = {
              web.meta.requires = lib.genAttrs [ "x-like" "y-like" ] (n: { cardinality = "optional"; });
              web.settings = lib.genAttrs [ "x" "y" ] (n: lib.mkOption { default = 0; });
              there-x.meta = { };
              there-y.meta = { };
            } // lib.genAttrs [ "x" "y" ] (n: {
              meta = { provides = [ "${n}-like" ]; requires."${n}-need".cardinality = "optional"; };
              ports.p = if n == "x" then 1001 else 1002;
            }) // lib.listToAttrs (map (n: lib.nameValuePair "bring-${n}" { includes = [ n ]; }) [ "x" "y" ]);
            """;

    @TempDir
    private Path directory;

    static List<Arguments> circles() {
        return List.of(
                of("a tag", "host", "sel.tag \"%s\"", "actions.tag \"%s\""),
                of("a service", "host", "h: fleet.servicesOf \"%s\" != [ ]", "actions.include \"%s\""),
                of("what a service brings", "host", "sel.has \"%s\"", "actions.include \"bring-%s\""),
                of(
                        "a service by its capability",
                        "host",
                        "h: fleet.servicesProviding \"%s\" != [ ]",
                        "actions.include \"%s\""),
                of(
                        "a capability of a service",
                        "host",
                        "h: fleet.servicesProviding \"%s-like\" != [ ]",
                        "actions.include \"%s\""),
                of(
                        "a requirement of a service",
                        "host",
                        "h: fleet.servicesRequiring \"%s-need\" != [ ]",
                        "actions.include \"%s\""),
                of("a capability", "service", "s: fleet.servicesProviding \"%s\" != [ ]", "actions.provide \"%s\""),
                of("an offer", "service", "s: builtins.elem \"%s\" s.provides", "actions.provide \"%s\""),
                of("a requirement", "service", "s: fleet.servicesRequiring \"%s\" != [ ]", "actions.require \"%s\""),
                of("a need", "service", "s: builtins.elem \"%s\" s.requires", "actions.require \"%s\""),
                of("a setting", "host", "h: h.settings.web.%s == 1", "actions.set { path = \"web.%s\"; value = 1; }"),
                of(
                        "a tag of what is around it",
                        "host",
                        "sel.tag \"%s\"",
                        "actions.tag { tag = \"%s\"; scope = \"env:default\"; }"),
                of(
                        "a port of a service",
                        "host",
                        "h: fleet.servicesUsingPort { x = 1001; y = 1002; }.%s != [ ]",
                        "actions.include \"%s\""),
                of(
                        "a binding",
                        "requirement",
                        "r: (fleet.fact \"requirement:service:web@h/%s-like\").bound != [ ]",
                        "actions.include \"%s\""),
                of("an absence", "host", "h: fleet.servicesOf \"there-%s\" == [ ]", "actions.exclude \"there-%s\""));
    }

    private static Arguments of(String what, String kind, String nac, String action) {
        return Arguments.of(what, kind, nac, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("circles")
    void rulesThatUndoEachOtherAreOneCircle(String what, String kind, String nac, String action) {
        ResolvedFleet fleet = ResolvedFleet.of(
                directory,
                FLEET
                        + """
                den.rules.one = { on = "%1$s"; condition = f: builtins.elem f.name [ "h" "web" "x-like" ]; nac = %2$s; produce = f: %4$s; };
                den.rules.two = { on = "%1$s"; condition = f: builtins.elem f.name [ "h" "web" "x-like" ]; nac = %3$s; produce = f: %5$s; };
                """.formatted(
                                        kind,
                                        nac.formatted("y"),
                                        nac.formatted("x"),
                                        action.formatted("x"),
                                        action.formatted("y")));
        assertThat(fleet.findings())
                .as(what)
                .filteredOn(finding -> finding.startsWith("error[unstratified-rules]"))
                .singleElement()
                .asString()
                .contains("one", "two");
        assertThat(fleet.findings()).noneMatch(finding -> finding.startsWith("error[rules-diverge]"));
    }

    @Test
    void aRuleThatFiresOnWhatAnotherBringsDependsOnIt() {
        assertThat(ResolvedFleet.of(directory, FLEET + """
                        den.rules.one = { on = "host"; nac = h: fleet.servicesOf "y" != [ ]; produce = h: actions.include "x"; };
                        den.rules.two = { on = "service"; condition = sel.name "x"; produce = s: actions.include "y"; };
                        """).findings())
                .contains(
                        "error[unstratified-rules]: Rules keep each other from firing, in a circle: one → two → one.");
    }

    /** A count is read negatively wherever it is read, so rules may keep each other from asking without a nac. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "produce = h: lib.optional (fleet.count.servicesOf \"x\" == 0) (actions.include \"y\")",
                "nac = h: fleet.servicesOf \"x\" != [ ]; produce = h: actions.include \"y\""
            })
    void aRuleMayBeKeptFromProducingWhatItWould(String other) {
        assertThat(ResolvedFleet.of(directory, FLEET + """
                        den.rules.one = { on = "host"; produce = h: lib.optional (fleet.count.servicesOf "y" == 0) (actions.include "x"); };
                        den.rules.two = { on = "host"; %s; };
                        """.formatted(other)).findings())
                .containsExactly(
                        "error[unstratified-rules]: Rules keep each other from firing, in a circle: one → two → one.");
    }

    @Test
    void rulesThatCannotAgreeWithThemselvesAreToldOneByOneAndThoseThatFollowThemNot() {
        assertThat(ResolvedFleet.of(directory, FLEET + """
                        den.hosts.x86_64-linux.i = { };
                        den.rules.one = { on = "host"; condition = sel.and [ (sel.name "h") (sel.not (sel.tag "a")) ]; produce = h: actions.tag "a"; };
                        den.rules.two = { on = "host"; condition = sel.and [ (sel.name "i") (sel.not (sel.tag "b")) ]; produce = h: actions.tag "b"; };
                        den.rules.follower = { on = "host"; condition = sel.tag "a"; produce = h: actions.tag "c"; };
                        """).findings())
                .containsExactly(
                        "error[rules-diverge]: The rule one does not come to rest: what it asks for keeps changing.",
                        "error[rules-diverge]: The rule two does not come to rest: what it asks for keeps changing.");
    }

    @Test
    void aRuleDependsOnWhatItReadsToProduceSomething() {
        assertThat(ResolvedFleet.of(directory, FLEET + """
                        den.rules.one = { on = "host"; nac = h: fleet.servicesOf "y" != [ ]; produce = h: actions.include "x"; };
                        den.rules.two = {
                          on = "host";
                          produce = h: map (s: actions.include "y") (fleet.servicesOf "x");
                        };
                        """).findings())
                .contains(
                        "error[unstratified-rules]: Rules keep each other from firing, in a circle: one → two → one.");
    }
}

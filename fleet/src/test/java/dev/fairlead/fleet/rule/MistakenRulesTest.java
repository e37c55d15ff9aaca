package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of rules, and of what goes with them, that mean nothing or fail. */
final class MistakenRulesTest {
    @TempDir
    private Path directory;

    private ResolvedFleet resolve(String den) {
        return ResolvedFleet.of(directory, den);
    }

    private String problem(String produced) {
        return resolve("""
                        den.hosts.x86_64-linux.h = { };
                        den.rules.r = { on = "host"; produce = host: %s; };
                        """.formatted(produced)).onlyFinding().message();
    }

    @Test
    void aRuleThatFailsIsOneFindingAndTheOthersStillRun() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.hosts.x86_64-linux.i = { };
                den.rules.bad = { on = "host"; produce = h: throw "no idea about ${h.name}"; };
                den.rules.good = { on = "host"; condition = sel.name "i"; produce = h: actions.note "fine"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder("error[evaluation]: no idea about h.", "note[rule]: fine");
    }

    @Test
    void whatARuleMayNotSayIsSaid() {
        assertThat(resolve("den.rules.r = { on = \"hots\"; produce = h: [ ]; };")
                        .findings())
                .singleElement()
                .asString()
                .startsWith("error[evaluation]: den.rules.r is on \"hots\", but facts are of the kinds ");
        assertThat(resolve("den.rules.r = { conditoin = h: true; produce = h: [ ]; };")
                        .onlyFinding()
                        .fix())
                .isEqualTo("did you mean \"condition\"?");
        assertThat(resolve("den.rules.r.on = \"host\";").findings())
                .containsExactly("error[evaluation]: den.rules.r has no \"produce\", so it does nothing.");
        assertThat(resolve("den.rules.r = 1;").findings())
                .containsExactly(
                        "error[evaluation]: den.rules.r must be a rule or a list of rules, but is an integer.");
    }

    @Test
    void whatAnActionMayNotBeGivenIsSaid() {
        assertThat(problem("null"))
                .isEqualTo("den.rules.r.produce must give an action or a list of actions, but gives null.");
        assertThat(problem("actions.tag 1"))
                .isEqualTo("den.rules.r: actions.tag.tag must be a string, but is an integer.");
        assertThat(problem("actions.require \"dns\""))
                .isEqualTo("den.rules.r: actions.require is about a service, but fires on host:h.");
        assertThat(problem("actions.tag { tag = \"x\"; scope = \"host:g\"; }"))
                .isEqualTo("den.rules.r: actions.tag names \"host:g\", which is no scope or service of this fleet.");
        assertThat(problem("actions.set { path = \"x.y\"; }")).isEqualTo("den.rules.r: actions.set needs \"value\".");
        assertThat(problem("actions.note { message = \"x\"; id = \"constraint\"; }"))
                .startsWith("den.rules.r: actions.note.id is none of ");
        assertThat(problem("actions.note \"\"")).isEqualTo("den.rules.r: actions.note says nothing.");
        assertThat(problem("actions.allocate \"x\""))
                .isEqualTo("den.rules.r: actions.allocate needs the number of a port, but gets a string.");
        assertThat(problem("fleet.facts \"hots\"")).startsWith("fleet.facts asks for the kind \"hots\"");
        assertThat(problem("fleet.servicesOf { aspct = \"a\"; }")).isEqualTo("fleet.servicesOf needs \"aspect\".");
    }

    @Test
    void aSettingWithoutAFieldIsNoSetting() {
        assertThat(problem("actions.set { path = \"x\"; value = 1; }"))
                .isEqualTo("rule:r sets \"x\", which names no setting: the path of one is that of its aspect, then its"
                        + " own.");
        assertThat(resolve("""
                        den.aspects.a.settings.n.default = 1;
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.rules.r = { on = "host"; produce = host: actions.set { path = "a"; value = 1; }; };
                        """).onlyFinding().fix()).isEqualTo("write path = \"a.<setting>\"");
    }

    @Test
    void aFacetMayNotAskWhatOnlyRulesKnow() {
        assertThat(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a.meta.provides = fleet.services;
                        """).onlyFinding().message()).isEqualTo("fleet.services is asked where no rule runs.");
    }

    @Test
    void anOverrideOfNoRuleIsSaidWithTheNearestName() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.strict = { on = "host"; produce = h: actions.note "strict"; };
                den.rules.lenient = {
                  on = "host";
                  overrides = [ "strikt" "fairlead.constraints" ];
                  produce = h: actions.note "lenient";
                };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[evaluation]: den.rules.lenient overrides \"strikt\", but there is no rule of that name.",
                        "note[rule]: strict",
                        "note[rule]: lenient");
    }

    @Test
    void whileARuleCannotBeReadNobodyIsBlamedForOverridingIt() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.many = [ { on = "host"; identity = throw "who?"; produce = h: actions.note "many"; } ];
                den.rules.lenient = { on = "host"; overrides = [ "perhaps" ]; produce = h: [ ]; };
                """);
        assertThat(fleet.findings()).containsExactly("error[evaluation]: who?");
    }

    @Test
    void whatARuleNamesWronglyIsOneMistakeHoweverManyHostsItIsMadeFor() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux = { h.includes = [ "web" ]; i = { }; };
                den.aspects.web.meta = { };
                den.rules.more = { on = "host"; produce = h: actions.include "wbe"; };
                den.rules.less = { on = "host"; produce = h: actions.exclude "weeb"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[unknown-aspect]: rule:more includes \"wbe\", but den.aspects declares no such aspect.",
                        "error[unknown-aspect]: rule:less excludes \"weeb\", but den.aspects declares no such aspect.");
    }

    @Test
    void constraintsThatMeanNothingAreSaidOnce() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux = { h.includes = [ "a" ]; i.includes = [ "a" ]; };
                den.aspects.a.meta.constraints = { maxHost = 1; per = "environmnt"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[constraint]: den.aspects.a.meta.constraints.maxHost is none of"
                                + " maxHosts, maxInstances, minHosts, per.",
                        "error[constraint]: den.aspects.a.meta.constraints.per must be \"fleet\" or \"environment\".");
    }

    @Test
    void anAttributeOfAnIncludeThatMeansNothingIsSaid() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ { aspect = "web"; instanc = "two"; } ];
                den.aspects.web.meta = { };
                """);
        assertThat(fleet.findings())
                .containsExactly(
                        "warning[unknown-attribute]: instanc in an include of host:h is not an attribute that Fairlead knows.");
    }
}

package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it means for rules to be in one group, or in groups of which one waits for the other. {@code later} waits for
 * {@code opens}, since it asks in its {@code nac} for what that makes.
 */
final class RuleGroupsTest {
    @TempDir
    private Path directory;

    private ResolvedFleet resolve(String rules) {
        return ResolvedFleet.of(directory, "den.hosts.x86_64-linux = { h = { }; i = { }; };\n" + rules);
    }

    @Test
    void anExclusiveRuleKeepsNoneOfALaterGroupFromFiring() {
        ResolvedFleet fleet = resolve("""
                den.rules.opens = { on = "host"; condition = sel.name "i"; produce = h: actions.tag "open"; };
                den.rules.only = { on = "host"; condition = sel.name "h"; priority = 2; exclusive = true; produce = h: actions.note "only"; };
                den.rules.later = { on = "host"; nac = sel.tag "open"; produce = h: actions.note "later"; };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: later", "note[rule]: only");
    }

    @Test
    void itKeepsThoseThatShareItsGroupByNameFromFiringHoweverLateTheyAre() {
        ResolvedFleet fleet = resolve("""
                den.rules.opens = { on = "host"; condition = sel.name "i"; produce = h: actions.tag "open"; };
                den.rules.only = { on = "host"; condition = sel.name "h"; group = "g"; priority = 2; exclusive = true; produce = h: actions.note "only"; };
                den.rules.later = { on = "host"; nac = sel.tag "open"; group = "g"; produce = h: actions.tag "late"; };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: only");
        assertThat(fleet.tags("host:h")).isEmpty();
        assertThat(fleet.tags("host:i")).containsExactly("open");
    }

    @Test
    void groupsOfDifferentNamesWaitForEachOtherAsRulesDo() {
        ResolvedFleet fleet = resolve("""
                den.rules.opens = { on = "host"; condition = sel.name "i"; group = "z"; produce = h: actions.tag "open"; };
                den.rules.later = { on = "host"; nac = sel.tag "open"; group = "a"; produce = h: actions.tag "late"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.tags("host:h")).containsExactly("late");
        assertThat(fleet.tags("host:i")).containsExactly("open");
    }

    @Test
    void aRuleOfAnEarlierGroupOverridesThoseOfLaterOnesWhereItMatches() {
        ResolvedFleet fleet = resolve("""
                den.rules.opens = { on = "host"; condition = sel.name "i"; produce = h: actions.tag "open"; };
                den.rules.never = { on = "host"; condition = sel.name "h"; overrides = [ "later" ]; produce = [ ]; };
                den.rules.later = { on = [ "host" "environment" ]; nac = sel.tag "open"; produce = f: actions.tag "late"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.tags("env:default")).containsExactly("late");
        assertThat(fleet.tags("host:h")).containsExactly("late");
    }

    @Test
    void aRuleMayFireOnWhatItMadeItselfThoughItsNacDoesNotSeeThat() {
        ResolvedFleet fleet = resolve("""
                den.aspects.web.meta = { };
                den.rules.both = {
                  on = [ "host" "service" ];
                  condition = f: f.name == "h" || f.name == "web";
                  nac = f: fleet.servicesOf "web" != [ ];
                  produce = f: if f.kind == "host" then actions.include "web" else actions.note "${f.id} is there";
                };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: service:web@h is there");
    }

    @Test
    void aRuleThatAsksForSomethingElseWithoutEndIsGivenUpAndTheOthersAreNot() {
        ResolvedFleet fleet = resolve("""
                den.rules.more = { on = "host"; condition = sel.name "h"; produce = h: actions.tag "t${lib.concatStrings h.tags}"; };
                den.rules.calm = { on = "host"; produce = h: actions.tag "calm"; };
                """);
        assertThat(fleet.findings())
                .containsExactly("error[rules-diverge]: The rule more does not come to rest: what it asks for keeps"
                        + " changing.");
        assertThat(fleet.tags("host:h")).containsExactly("calm");
    }
}

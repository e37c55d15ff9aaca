package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is noted of the hosts that a rule looks at: after an edit of one, it decides which others are resolved again. */
final class LooksTest {
    @TempDir
    private Path directory;

    private Survey asking(String kind, String question) {
        return producing(kind, "builtins.seq (builtins.deepSeq (" + question + ") null) [ ]");
    }

    /** @param kind of the facts that a rule fires on, each of which is {@code f} in what it produces */
    private Survey producing(String kind, String produce) {
        var fleet = new WrittenFleet(directory).den("""
                den.hosts.x86_64-linux = { a.includes = [ "web" ]; b.includes = [ "web" ]; };
                den.aspects.web.ports.http = 80;
                den.rules.asking = { on = "%s"; produce = f: %s; };
                """.formatted(kind, produce));
        return FleetResolver.trace(fleet.input(), new Locked.Absent()).survey();
    }

    @Test
    void aRuleThatAsksForAnotherHostDependsOnThatOneOnly() {
        Survey survey = asking("host", "(fleet.fact \"host:b\").id");
        assertThat(survey.looks()).isEqualTo(Map.of("host:a", Set.of("host:b")));
        assertThat(survey.onlooker()).isEmpty();
    }

    @Test
    void whatLiesOnAnotherHostIsThatHost() {
        Survey survey = asking("service", "(fleet.fact \"service:web@b\").id");
        assertThat(survey.looks()).isEqualTo(Map.of("host:a", Set.of("host:b")));
        assertThat(survey.onlooker()).isEmpty();
    }

    @Test
    void aRuleOnWhatLiesOnNoHostDependsOnAllIfItAsksForOne() {
        Survey survey = asking("fleet", "(fleet.fact \"host:b\").id");
        assertThat(survey.looks()).isEmpty();
        assertThat(survey.onlooker()).hasValue("a rule");
    }

    @Test
    void whoeverAsksForTheFleetItselfDependsOnNoHost() {
        Survey survey = asking("host", "(fleet.fact \"fleet\").id");
        assertThat(survey.looks()).isEmpty();
        assertThat(survey.onlooker()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f.tags",
                "fleet.servicesOf \"web\"",
                "fleet.servicesProviding \"web\"",
                "fleet.servicesUsingPort 80",
                "fleet.servicesUsingPort { port = 80; host = f.name; }",
                "fleet.count.servicesOf \"web\""
            })
    void whatIsAskedOfTheHostAtHandConcernsNoOther(String question) {
        Survey survey = asking("host", question);
        assertThat(survey.looks()).isEmpty();
        assertThat(survey.onlooker()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fleet.services",
                "fleet.hosts",
                "fleet.facts \"host\"",
                "fleet.facts \"port\"",
                "fleet.select (sel.name \"web\")",
                "fleet.brief \"service:web@a\"",
                "fleet.fact \"service:none\"",
                "fleet.count.hosts",
                "fleet.servicesOf { aspect = \"web\"; host = \"b\"; }",
                "fleet.servicesUsingPort { port = 80; host = null; }"
            })
    void whatIsAskedOfTheFleetConcernsEveryHost(String question) {
        assertThat(asking("host", question).onlooker()).hasValue("a rule");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '!',
            value = {
                "host, actions.tag \"x\"",
                "host, actions.include \"web\"",
                "service, actions.tag \"x\"",
                "service, actions.provide \"x\"",
                "host, actions.note \"x\""
            })
    void whatIsDoneToTheFactAtHandConcernsNoOtherHost(String kind, String action) {
        assertThat(producing(kind, action).onlooker()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '!',
            value = {
                "host, actions.tag { tag = \"x\"; scope = \"host:b\"; }",
                "service, actions.tag { tag = \"x\"; scope = \"env:default\"; }",
                "fleet, actions.tag { tag = \"x\"; scope = \"host:b\"; }"
            })
    void whatIsDoneElsewhereConcernsEveryHost(String kind, String action) {
        assertThat(producing(kind, action).onlooker()).hasValue("a rule");
    }
}

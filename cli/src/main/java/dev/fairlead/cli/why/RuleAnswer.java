package dev.fairlead.cli.why;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Firing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a rule did: {@code why rule:dns}.
 *
 * @param firings what it asked for, and of which facts; empty if it is only known by what is wrong with it
 */
record RuleAnswer(String name, List<Firing> firings, List<Finding> findings) implements Answer {
    private static final String PREFIX = "rule:";

    static @Nullable Answer of(Asked asked) {
        if (!asked.subject().startsWith(PREFIX) || asked.what() != null) {
            return null;
        }
        String name = asked.subject().substring(PREFIX.length());
        List<Firing> all = asked.resolution().coordination().rules();
        List<Firing> firings =
                all.stream().filter(firing -> firing.rule().equals(name)).toList();
        List<Finding> findings = asked.findings(finding -> name.equals(finding.rule()));
        if (firings.isEmpty() && findings.isEmpty()) {
            List<String> fired =
                    all.stream().map(Firing::rule).distinct().sorted().toList();
            throw new UsageException("no rule '" + name + "' fired in the fleet (those that did: "
                    + NotUnderstood.listed(fired, ", ") + ")" + ArgumentParser.didYouMean(name, fired));
        }
        return new RuleAnswer(name, firings, findings);
    }

    @Override
    public String subject() {
        return PREFIX + name;
    }

    @Override
    public String kind() {
        return "rule";
    }

    @Override
    public void write(AnswerText text) {
        if (firings.isEmpty()) {
            return;
        }
        Map<String, List<Firing>> byFact =
                firings.stream().collect(Collectors.groupingBy(Firing::fact, LinkedHashMap::new, Collectors.toList()));
        text.heading(subject() + " fired on " + byFact.size() + (byFact.size() == 1 ? " fact." : " facts."));
        Place place = firings.getFirst().location();
        text.place(place);
        byFact.forEach((fact, actions) -> text.detail(
                "on",
                text.print(fact) + ": "
                        + actions.stream().map(action -> words(action, text)).collect(Collectors.joining("; "))));
    }

    /** An action, and what it is about where that is not the fact itself. */
    private static String words(Firing firing, AnswerText text) {
        String target = firing.target().equals(firing.fact()) ? "" : " (" + text.print(firing.target()) + ")";
        return firing.action() + " " + firing.what() + target;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeArrayPropertyStart("firings");
        firings.forEach(firing -> CoordinationJson.firing(json, firing));
        json.writeEndArray();
    }
}

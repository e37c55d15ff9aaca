package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.DeclarationReader;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.kind.KindData;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.rule.RuleEngine;
import dev.fairlead.fleet.rule.ShippedRules;
import dev.fairlead.fleet.rule.Verdict;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;

/**
 * Understands a fleet, stratum by stratum: what it declares, which services that deploys, what they mean to each
 * other. Whatever is wrong on the way is a finding; the rest is still resolved.
 */
public final class FleetResolver {
    private FleetResolver() {}

    /** The resolution of a fleet that has no lock. Equal input gives an equal resolution. */
    public static Resolution resolve(FleetInput input) {
        return resolve(input, new Locked.Absent());
    }

    /** The resolution of a fleet, in which ports that were chosen before stay where they are. */
    public static Resolution resolve(FleetInput input, Locked locked) {
        return resolve(input, locked, true);
    }

    /**
     * The same but for what tells whether content is the same: for who looks at findings only. Content is evaluated for
     * that, which takes a tenth of all.
     */
    public static Resolution withoutContents(FleetInput input, Locked locked) {
        return resolve(input, locked, false);
    }

    private static Resolution resolve(FleetInput input, Locked locked, boolean contents) {
        try {
            return input.evaluator().run(() -> resolveHere(input, locked, contents));
        } catch (EvalException stopped) {
            // Too deep or too large for what Fairlead itself makes of the fleet, so that nothing is left of it.
            return unresolved(input, stopped);
        }
    }

    private static Resolution unresolved(FleetInput input, EvalException stopped) {
        var errors = new EvaluationFindings(Places.of(input));
        var findings = new Findings();
        findings.addAll(input.findings());
        String first = input.contributions().isEmpty()
                ? input.name()
                : input.contributions().getFirst().file();
        findings.add(errors.finding(stopped, null, Places.wholeFile(first)));
        return new Resolution(
                input.name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Coordination.NONE,
                findings.sorted());
    }

    /** The resolution of a fleet and what of it depends on what, for who resolves it again after an edit. */
    public static Traced trace(FleetInput input, Locked locked) {
        return trace(input, locked, Guests.NONE).traced();
    }

    /**
     * The same of a part of a fleet.
     *
     * @param guests what is seen of hosts that the input does not have
     */
    public static TracedPart trace(FleetInput input, Locked locked, Guests guests) {
        var survey = new Survey();
        try {
            return input.evaluator().run(() -> {
                Verdict<Strata> verdict = verdict(input, locked, guests, survey);
                Strata fleet = verdict.fleet();
                var traced = new Traced(
                        written(input, verdict, true),
                        survey,
                        fleet.footprints(),
                        fleet.appearances(),
                        fleet.contentReaders());
                return new TracedPart(traced, readers -> input.evaluator().run(() -> Refresh.of(fleet, readers)));
            });
        } catch (EvalException stopped) {
            survey.everyHost("an evaluation that was stopped");
            var traced = new Traced(unresolved(input, stopped), survey, Map.of(), Map.of(), Map.of());
            return new TracedPart(traced, Refresher.NOTHING);
        }
    }

    private static Resolution resolveHere(FleetInput input, Locked locked, boolean contents) {
        return written(input, verdict(input, locked, Guests.NONE, new Survey()), contents);
    }

    private static Verdict<Strata> verdict(FleetInput input, Locked locked, Guests guests, Survey survey) {
        var places = Places.of(input);
        var errors = new EvaluationFindings(places);
        Declarations read = DeclarationReader.read(input, survey);
        Value lib = read.references().extend(input.lib());
        Declarations declarations = KindData.check(read, lib, places, errors);
        return new RuleEngine<>(
                        declarations,
                        policy -> new Strata(input, declarations, policy, locked, guests, places, errors, survey),
                        places,
                        errors,
                        new ShippedRules(input.evaluator(), lib),
                        survey)
                .run();
    }

    private static Resolution written(FleetInput input, Verdict<Strata> verdict, boolean contents) {
        Strata strata = verdict.fleet();
        var places = Places.of(input);
        var findings = new Findings();
        findings.addAll(strata.findings());
        findings.addAll(verdict.findings());
        Coordination shared = strata.coordination().after(verdict.firings());
        return new ResolutionWriter(
                        strata.declarations(),
                        strata.deployment(),
                        strata.outcome(),
                        strata.wiring(),
                        strata.flow().edges(),
                        places)
                .write(contents ? shared.with(strata.contents().of(strata.services())) : shared, findings.sorted());
    }
}

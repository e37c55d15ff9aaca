package dev.fairlead.fleet.select;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a selector chooses of a resolution. It sees what the resolution has: all fields of scopes and services but
 * {@code meta}.
 *
 * @param services the ids of services
 * @param scopes the ids of scopes
 */
public record Selection(Set<String> services, Set<String> scopes) {
    /** On a line of its own, so that columns are those of the expression. */
    private static final String ARGUMENTS = "{ sel, lib }:\n";

    public Selection {
        services = Set.copyOf(services);
        scopes = Set.copyOf(scopes);
    }

    /**
     * What an expression such as {@code sel.tag "web"} chooses.
     *
     * @param name how messages call the expression
     * @param options how far it may go; it is made pure, and reads no files
     * @throws SelectionException if it is no selector, or a function in it fails
     */
    public static Selection of(
            Resolution resolution, String expression, String name, Language language, Options options)
            throws SelectionException {
        Evaluator evaluator = language.evaluator().apply(options.pureWithin(List.of()));
        try {
            return evaluator.run(() -> {
                Selector selector = read(resolution, expression, name, language, evaluator);
                var services = new TreeSet<String>();
                var scopes = new TreeSet<String>();
                for (Fact fact : ResolvedFacts.of(resolution)) {
                    if (selector.matches(fact)) {
                        (fact.kind().equals(ResolvedFacts.SERVICE) ? services : scopes).add(fact.id());
                    }
                }
                return new Selection(services, scopes);
            });
        } catch (Refusal refusal) {
            throw new SelectionException(refusal.sentence);
        } catch (SyntaxException wrong) {
            String reason = Bytes.decode(wrong.reason());
            throw new SelectionException(
                    failed(name, reason, wrong.source().locate(wrong.start(), wrong.end()), wrong.suggestions()));
        } catch (EvalException failure) {
            Location place = evaluator.sources().locate(failure.position());
            throw new SelectionException(failed(name, Bytes.decode(failure.reason()), place, failure.suggestions()));
        }
    }

    private static Selector read(
            Resolution resolution, String expression, String name, Language language, Evaluator evaluator) {
        Value function = evaluator.evalText(ARGUMENTS + Bytes.encode(expression), "<selector>", Path.of("/"));
        Value written = Functions.call(
                function,
                new AttrsBuilder(2)
                        .add(Symbol.of("sel"), Vocabulary.selectors())
                        .add(Symbol.of("lib"), language.lib().apply(evaluator))
                        .build());
        written.force();
        var kinds = new TreeSet<String>();
        resolution.scopes().forEach(scope -> kinds.add(scope.kind()));
        var places = new Places(evaluator.sources(), Path.of("/"));
        var findings = new Findings();
        Selector selector = new SelectorReader(kinds, places, new EvaluationFindings(places), findings)
                .read(written, name, null, null);
        if (selector == null) {
            throw new Refusal(findings.sorted().getFirst());
        }
        return selector;
    }

    private static String failed(String name, String reason, @Nullable Location place, List<String> suggestions) {
        String column = place != null && place.file().equals("<selector>") ? " (column " + place.column() + ")" : "";
        return name + ": " + reason + column
                + (suggestions.isEmpty() ? "" : "; did you mean " + Bytes.decode(suggestions.getFirst()) + "?");
    }

    /** Carries what {@link SelectorReader} found out of the evaluation. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        Refusal(Finding finding) {
            String message = finding.message();
            this.sentence = (message.endsWith(".") ? message.substring(0, message.length() - 1) : message)
                    + (finding.fix() == null ? "" : "; " + finding.fix());
        }
    }
}

package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Facts;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The selectors that requirements choose providers by: {@code requires.database.from = sel.tag "primary"}. */
public final class ProviderSelectors {
    private final Facts facts;
    private final SelectorReader reader;
    private final EvaluationFindings errors;
    private final Findings findings = new Findings();
    private final Map<Value, Optional<Selector>> read = new HashMap<>();
    private final Set<Value> failed = new HashSet<>();

    public ProviderSelectors(Facts facts, SelectorReader reader, EvaluationFindings errors) {
        this.facts = facts;
        this.reader = reader;
        this.errors = errors;
    }

    /** Whether the selector of a requirement cannot be read, or failed, so that nobody knows whom it would choose. */
    boolean isUnknown(DeployedService service, Require require) {
        Written from = require.from();
        return from != null
                && (failed.contains(from.cell())
                        || selector(service, require, from).isEmpty());
    }

    /** Whether a requirement admits a provider; one whose selector fails admits nobody. */
    boolean admits(DeployedService service, Require require, DeployedService provider) {
        Written from = require.from();
        if (from == null) {
            return true;
        }
        try {
            return selector(service, require, from)
                    .filter(selector -> facts.chooses(selector, provider))
                    .isPresent();
        } catch (EvalException | SyntaxException failure) {
            findings.add(errors.finding(failure, service.id(), from.location()));
            failed.add(from.cell());
            return false;
        }
    }

    private Optional<Selector> selector(DeployedService service, Require require, Written from) {
        return read.computeIfAbsent(
                from.cell(),
                cell -> Optional.ofNullable(reader.read(
                        cell,
                        service.writtenAs() + ".meta.requires." + require.capability() + ".from",
                        service.id(),
                        from.location())));
    }

    /** What was found while choosing. */
    List<Finding> findings() {
        return findings.sorted();
    }
}

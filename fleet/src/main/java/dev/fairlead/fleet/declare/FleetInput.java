package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.List;

/**
 * A fleet before it is understood: a directory of Nix files, or what a bridge made of another system's input.
 *
 * @param name the name of the fleet unless {@code den.fleet.name} says otherwise
 * @param root the directory that file names in findings are relative to
 * @param evaluator the evaluator that made the contributions' values
 * @param lib what functions of the fleet get as {@code lib}
 * @param contributions in path order, the order in which lists concatenate
 * @param findings what was already found while reading, such as syntax errors
 * @param dialect how the fleet is written
 * @param changes what is to be otherwise than it is written
 * @param elsewhere what else the fleet has, if this is not all of it
 */
public record FleetInput(
        String name,
        Path root,
        Evaluator evaluator,
        Value lib,
        List<Contribution> contributions,
        List<Finding> findings,
        Dialect dialect,
        Changes changes,
        Elsewhere elsewhere) {
    public FleetInput {
        contributions = List.copyOf(contributions);
        findings = List.copyOf(findings);
    }

    /** A fleet as it is written. */
    public FleetInput(
            String name,
            Path root,
            Evaluator evaluator,
            Value lib,
            List<Contribution> contributions,
            List<Finding> findings,
            Dialect dialect) {
        this(name, root, evaluator, lib, contributions, findings, dialect, Changes.NONE, Elsewhere.NOTHING);
    }

    /** The same fleet if something were otherwise. */
    public FleetInput with(Changes other) {
        return new FleetInput(name, root, evaluator, lib, contributions, findings, dialect, other, elsewhere);
    }

    /** The part of the fleet that some contributions make. */
    public FleetInput of(List<Contribution> some, Elsewhere others) {
        return new FleetInput(name, root, evaluator, lib, some, findings, dialect, changes, others);
    }
}

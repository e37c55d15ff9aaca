package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.FleetModules.FleetModule;
import dev.fairlead.fleet.declare.merge.AttrPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Merge;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code den}: the merge of what all parts of the fleet say, which each of them is given. Which parts there are and
 * which names they define must not depend on it; their values may.
 */
final class Fixpoint extends Promise {
    static final AttrPath DEN = new AttrPath(null, "den");

    private final FleetInput input;
    private final Reading reading;
    private final Survey survey;
    private final Value watched = new Watched();
    private final FleetRules rules = new FleetRules(this::facets);
    private final FleetQueries queries = new FleetQueries();
    private boolean running;
    private List<FleetModule> modules = List.of();
    private @Nullable Facets facets;

    Fixpoint(FleetInput input, Reading reading, Survey survey) {
        this.input = input;
        this.reading = reading;
        this.survey = survey;
    }

    @Override
    protected Value compute() {
        if (running) {
            throw infiniteRecursion();
        }
        running = true;
        try {
            var arguments = new FileArguments(watched, new Fleet(), references().extend(input.lib()), reading);
            modules = FleetModules.of(input, arguments, reading);
            List<Definition> definitions = definitions();
            Value den = definitions.isEmpty() ? AttrsValue.EMPTY : new Merge().merge(DEN, rules.den(), definitions);
            return input.changes().of(den);
        } finally {
            running = false;
        }
    }

    /** The definitions that are sets. One failing definition of the whole of {@code den} must not take the others with it. */
    private List<Definition> definitions() {
        var readable = new ArrayList<Definition>();
        for (FleetModule module : modules) {
            try {
                for (Definition definition : FleetModules.definitionsOfDen(module)) {
                    if (isSet(definition, module)) {
                        readable.add(definition);
                    }
                }
            } catch (EvalException | SyntaxException failure) {
                reading.findings().add(reading.errors().finding(failure, null, Places.wholeFile(module.file())));
            }
        }
        return readable;
    }

    private boolean isSet(Definition definition, FleetModule module) {
        Value value = definition.value().force();
        if (value instanceof AttrsValue) {
            return true;
        }
        Place place = reading.places().at(definition.position());
        reading.findings()
                .add(Finding.of(
                                FindingId.EVALUATION,
                                "den must be a set, but is " + value.type().description() + ".")
                        .at(place == null ? Places.wholeFile(module.file()) : place)
                        .build());
        return false;
    }

    /** {@code den} as the fleet's own files see it. */
    Value watched() {
        return watched;
    }

    /** What can be referred to by name. */
    References references() {
        return new References(this, input.elsewhere());
    }

    /** The parts of the fleet, once {@code den} has been computed. */
    List<FleetModule> modules() {
        return modules;
    }

    /** What {@code fleet} answers besides. */
    FleetQueries queries() {
        return queries;
    }

    Fact fact() {
        List<Contribution> parts = input.contributions();
        Place near = parts.isEmpty() ? null : Places.wholeFile(parts.getFirst().file());
        return Fact.root(reading, DEN, this, near);
    }

    /** What attributes of aspects are in this fleet; reads {@code den.classes}. */
    Facets facets() {
        Facets known = facets;
        if (known == null) {
            known = new Facets(classes(), kinds());
            facets = known;
        }
        return known;
    }

    private Set<String> kinds() {
        Fact declared = fact().attribute("kinds");
        return declared == null
                ? Set.of()
                : declared.attributes().stream().map(Fact::name).collect(Collectors.toSet());
    }

    Classes classes() {
        Fact registered = fact().attribute("classes");
        return registered == null ? Classes.shipped() : Classes.shipped().with(registered);
    }

    private final class Watched extends Promise {
        @Override
        protected Value compute() {
            return Fixpoint.this.force() instanceof AttrsValue den ? survey.watched(den) : Fixpoint.this;
        }
    }

    /** The argument {@code fleet}: the root scope as declared, and what rules may ask. */
    private final class Fleet extends Promise {
        @Override
        protected Value compute() {
            Value fleet = Fixpoint.this.force() instanceof AttrsValue den ? den.get("fleet") : null;
            Value declared = fleet == null ? AttrsValue.EMPTY : fleet.force();
            return declared instanceof AttrsValue attrs ? queries.with(attrs) : declared;
        }
    }
}

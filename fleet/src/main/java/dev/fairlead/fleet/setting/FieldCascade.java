package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.merge.AttrPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Merge;
import dev.fairlead.fleet.declare.merge.MergeRule;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One field: what each layer says of it, and the value that its strategy makes of that. */
final class FieldCascade {
    private final Cascade cascade;
    private final Field field;
    private @Nullable List<Contribution> contributions;
    private @Nullable Value result;

    FieldCascade(Cascade cascade, Field field) {
        this.cascade = cascade;
        this.field = field;
    }

    Field field() {
        return field;
    }

    Schemas schemas() {
        return cascade.schemas();
    }

    /** What the layers say, most specific first, the schema last; forces each layer's value to its head. */
    List<Contribution> contributions() {
        List<Contribution> known = contributions;
        if (known == null) {
            known = find();
            contributions = known;
        }
        return known;
    }

    private List<Contribution> find() {
        var found = new ArrayList<Contribution>();
        for (Layer layer : cascade.layers()) {
            Contribution contribution = layer.find(field.path(), cascade.blame());
            if (contribution != null) {
                found.add(contribution);
            }
        }
        boolean needsDefault = found.isEmpty() || field.strategy() != Strategy.REPLACE;
        Contribution fallback = needsDefault ? fallback() : null;
        if (fallback != null) {
            found.add(fallback);
        }
        return found;
    }

    /** What the schema itself says, or null. */
    @Nullable
    Contribution fallback() {
        List<Definition> defined = Properties.resolve(cascade.schema().config().at(field.path()));
        if (defined.isEmpty()) {
            Definition fallback = field.fallback();
            return fallback == null
                    ? null
                    : new Contribution(Contribution.DEFAULT, fallback.value().force(), fallback.position());
        }
        Definition first = defined.getFirst();
        Value value = defined.size() == 1
                ? first.value()
                : new Merge().merge(new AttrPath(null, Bytes.encode(field.text())), MergeRule.DATA, defined);
        return new Contribution(Contribution.DEFAULT, value, first.position());
    }

    /** The value as readers get it, a cell; null if nobody says anything and the type does not say what that means. */
    @Nullable
    Value value() {
        Value known = result;
        if (known != null) {
            return known;
        }
        if (contributions().isEmpty()) {
            OptionType type = field.type();
            return type == null ? null : type.emptyValue();
        }
        Value cell = new Computed(this);
        result = cell;
        return cell;
    }

    private Value compute() {
        Value merged = merged();
        refine(merged, contributions().getFirst());
        Value apply = field.apply();
        return apply == null ? merged : Functions.call(apply, merged);
    }

    private Value merged() {
        List<Contribution> all = contributions();
        return switch (field.strategy()) {
            case REPLACE -> held(all.getFirst());
            case APPEND -> Concatenation.of(typed(all), false, this).value();
            case UNIQUE -> Concatenation.of(typed(all), true, this).value();
            case RECURSIVE -> {
                Value deep = deepMerge().value(all);
                OptionType type = field.type();
                yield type == null
                        ? deep
                        : new Contract(types(), this::breach)
                                .hold(type, deep, all.getFirst().position());
            }
        };
    }

    DeepMerge deepMerge() {
        return new DeepMerge(SubSchema.inside(field.type(), cascade.schemas()), this);
    }

    private List<Contribution> typed(List<Contribution> all) {
        return all.stream()
                .map(each -> new Contribution(each.layer(), held(each), each.position()))
                .toList();
    }

    /** What one layer says, held to the type; parts of it are promises. */
    private Value held(Contribution contribution) {
        OptionType type = field.type();
        return type == null
                ? contribution.value()
                : new Contract(types(), mismatch -> breach(mismatch, contribution.layer()))
                        .hold(type, contribution.value(), contribution.position());
    }

    /** What one layer says, or a part of that, to be held to its type when it is read. */
    Contract.Held part(OptionType type, Contribution part, String path) {
        var contract = new Contract(types(), mismatch -> breach(mismatch, part.layer()));
        return new Contract.Held(contract, type, part.value(), part.position(), path);
    }

    /** @throws FindingException if a condition of the schema's own does not hold */
    void refine(Value value, Contribution by) {
        Value refine = field.refine();
        if (refine != null) {
            String message = Refinement.refusal(refine, value);
            if (message != null) {
                throw new FindingException(cascade.blame().refused(field, message, by), by.position());
            }
        }
    }

    FindingException breach(Mismatch mismatch, String layer) {
        return new FindingException(cascade.blame().wrongType(field, mismatch, layer), mismatch.position());
    }

    /** Blames the layer that a part of the merged value comes from. */
    private FindingException breach(Mismatch mismatch) {
        return breach(mismatch, deepMerge().layerOf(contributions(), mismatch.part()));
    }

    TypeMerge types() {
        return new TypeMerge(
                cascade.schemas().lib(),
                Stream.concat(cascade.path().stream(), field.path().stream().map(name -> Bytes.decode(name.name())))
                        .toList());
    }

    /** The value, computed once. */
    private static final class Computed extends Promise {
        private final FieldCascade field;
        private boolean running;

        Computed(FieldCascade field) {
            this.field = field;
        }

        @Override
        protected Value compute() {
            if (running) {
                throw infiniteRecursion();
            }
            running = true;
            try {
                return field.compute();
            } finally {
                running = false;
            }
        }
    }
}

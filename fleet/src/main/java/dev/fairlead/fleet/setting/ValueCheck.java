package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that is wrong with what one layer says of one field. A submodule, wherever it lies in the value, is given up
 * at the first option it does not have; where something is wrong with one, its options are therefore looked at one by
 * one. What is found twice on the way is the same finding.
 */
final class ValueCheck {
    /** How many submodules that lie one in the other are looked at like that. */
    private static final int MOST_NESTED = 20;

    private final FieldCascade field;
    private final String layer;
    private final Consumer<RuntimeException> failed;
    private final Depths depths;
    private int nested;

    /** @param failed takes each failure */
    ValueCheck(FieldCascade field, String layer, Consumer<RuntimeException> failed) {
        this.field = field;
        this.layer = layer;
        this.failed = failed;
        this.depths = new Depths(failed, this::unsound);
    }

    /** Reads a value to the bottom. */
    void whole(Value cell) {
        depths.force(cell);
    }

    private void unsound(Contract.Held part) {
        if (nested == MOST_NESTED) {
            return;
        }
        nested++;
        attempt(() -> {
            Value written = part.written();
            OptionType type = part.demanded();
            for (OptionType branch = type; branch != null; branch = branch.branch(written)) {
                type = branch;
            }
            if (type.isSubmodule() && written instanceof AttrsValue set) {
                oneByOne(type, set, part);
            }
        });
        nested--;
    }

    private void oneByOne(OptionType type, AttrsValue set, Contract.Held part) {
        for (int i = 0; i < set.size(); i++) {
            int position = position(set, i, part.position());
            Value single =
                    new AttrsBuilder(1).add(set.name(i), set.value(i), position).build();
            // Forced no further than to where the submodule finds that it has no such option.
            attempt(() -> field.part(type, new Contribution(layer, single, position), part.part())
                    .force());
        }
        options(SubSchema.of(type, field.schemas()), set, part.position(), part.part());
    }

    /**
     * Holds each option to its own type.
     *
     * @param position of the set, for what has none of its own
     * @param path of the set in the value of the field
     */
    void options(@Nullable Group declared, AttrsValue set, int position, String path) {
        if (declared == null) {
            return;
        }
        for (int i = 0; i < set.size(); i++) {
            SchemaNode node = declared.entries().get(set.name(i));
            Value cell = set.value(i);
            int own = position(set, i, position);
            String below = path + "." + Field.text(List.of(set.name(i)));
            attempt(() -> {
                if (node instanceof Group inner && cell.force() instanceof AttrsValue group) {
                    options(inner, group, own, below);
                } else if (node instanceof Field option && option.type() != null) {
                    whole(field.part(option.type(), new Contribution(layer, cell.force(), own), below));
                }
            });
        }
    }

    private static int position(AttrsValue set, int index, int otherwise) {
        return set.position(index) == 0 ? otherwise : set.position(index);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (UndefinedException conditionsAreFalse) {
            // Nothing is said here.
        } catch (EvalException | SyntaxException failure) {
            failed.accept(failure);
        }
    }
}

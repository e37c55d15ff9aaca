package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.merge.AttrPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Merge;
import dev.fairlead.fleet.declare.merge.MergeRule;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one layer says of all fields of a schema.
 *
 * @param name a scope id, {@code include} or {@code rule:<name>}
 * @param cell a set, its properties resolved as they are in everything declared
 * @param position where it is written, or 0
 */
public record Layer(String name, Value cell, int position) {
    /** A layer of a cell that nobody merged yet, as the settings of an include are. */
    public static Layer unmerged(String name, Value cell, int position) {
        return new Layer(
                name,
                new Promise() {
                    @Override
                    protected Value compute() {
                        return new Merge()
                                .merge(
                                        new AttrPath(null, Bytes.encode("settings")),
                                        MergeRule.DATA,
                                        List.of(new Definition(cell, position)));
                    }
                },
                position);
    }

    /** What the layer says below a path, as a layer of its own. */
    Optional<Layer> below(List<Symbol> path, Blame blame) {
        Contribution found = find(path, blame);
        return found == null ? Optional.empty() : Optional.of(new Layer(name, found.value(), found.position()));
    }

    /**
     * What the layer says of a path, or null if it says nothing. Forces what leads there and the value itself.
     *
     * @throws FindingException if something on the way is no set
     */
    @Nullable
    Contribution find(List<Symbol> path, Blame blame) {
        Value at = cell;
        int where = position;
        try {
            for (int depth = 0; depth < path.size(); depth++) {
                Value here = at.force();
                if (!(here instanceof AttrsValue set)) {
                    var mismatch = new Mismatch(Field.text(path.subList(0, depth)), "it must be a set", here, where);
                    throw new FindingException(blame.wrongType(null, mismatch, name), where);
                }
                int index = set.shape().indexOf(path.get(depth));
                if (index < 0) {
                    return null;
                }
                at = set.value(index);
                at.force();
                int position = Merge.position(set, index);
                where = position == 0 ? where : position;
            }
            Value value = at.force();
            return new Contribution(name, value instanceof ListValue list ? Properties.items(list) : value, where);
        } catch (UndefinedException conditionsAreFalse) {
            return null;
        }
    }
}

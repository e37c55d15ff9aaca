package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Merge;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.setting.SubSchema.Inside;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The merge of sets by key, all the way down: at each leaf the most specific definition wins. What is no set shadows all
 * less specific definitions of its path, and is shadowed by a more specific set. Where the type declares fields of its
 * own, a strategy that such a field names holds for it. Lazy: a key is merged when it is read.
 */
final class DeepMerge {
    private final @Nullable Inside inside;
    private final FieldCascade blamed;

    /** @param inside what the type says of what lies in its values, or null */
    DeepMerge(@Nullable Inside inside, FieldCascade blamed) {
        this.inside = inside;
        this.blamed = blamed;
    }

    /** A leaf of the result, or what such a leaf shadows. */
    record Leaf(String path, String layer, int position, boolean effective) {}

    /** The merged value; {@code all} is most specific first and has at least one. */
    Value value(List<Contribution> all) {
        return node(all, inside);
    }

    private Value node(List<Contribution> all, @Nullable Inside at) {
        Field field = field(at);
        if (field != null && field.strategyPosition() != 0) {
            return switch (field.strategy()) {
                case REPLACE -> all.getFirst().value();
                case APPEND -> Concatenation.of(all, false, blamed).value();
                case UNIQUE -> Concatenation.of(all, true, blamed).value();
                case RECURSIVE -> sets(all, below(field));
            };
        }
        return sets(all, field == null ? at : below(field));
    }

    private Value sets(List<Contribution> all, @Nullable Inside at) {
        List<Contribution> sets = leadingSets(all);
        if (sets.size() < 2) {
            return all.getFirst().value();
        }
        var merged = new AttrsBuilder(8);
        keys(sets)
                .forEach((name, cells) -> merged.add(
                        name,
                        cells.size() == 1
                                ? cells.getFirst().cell()
                                : new Key(this, cells, at == null ? null : at.at(name)),
                        cells.getFirst().position()));
        return merged.build();
    }

    private static @Nullable Field field(@Nullable Inside at) {
        return at instanceof Inside.Node(Field field) ? field : null;
    }

    private @Nullable Inside below(Field field) {
        return SubSchema.inside(field.type(), blamed.schemas());
    }

    /** The definitions before the first that is no set; of a set that means one thing as a whole, as a derivation, none. */
    private static List<Contribution> leadingSets(List<Contribution> all) {
        int count = 0;
        while (count < all.size() && isPlainSet(all.get(count).value())) {
            count++;
        }
        return all.subList(0, count);
    }

    private static boolean isPlainSet(Value value) {
        return value instanceof AttrsValue set && OptionType.tag(set) == null && !Equality.isDerivation(set);
    }

    /**
     * A key of one layer's set, not read yet.
     *
     * @param around where the set is written
     */
    private record Cell(String layer, AttrsValue set, int index, int around) {
        Value cell() {
            return set.value(index);
        }

        /** The value, and where the definition is that it is from. */
        Contribution read() {
            return new Contribution(layer, cell().force(), position());
        }

        int position() {
            int own = Merge.position(set, index);
            return own == 0 ? around : own;
        }
    }

    private static SortedMap<Symbol, List<Cell>> keys(List<Contribution> sets) {
        var keys = new TreeMap<Symbol, List<Cell>>();
        for (Contribution each : sets) {
            AttrsValue set = (AttrsValue) each.value();
            for (int i = 0; i < set.size(); i++) {
                keys.computeIfAbsent(set.name(i), _ -> new ArrayList<>(2))
                        .add(new Cell(each.layer(), set, i, each.position()));
            }
        }
        return keys;
    }

    private static List<Contribution> forced(List<Cell> cells) {
        var forced = new ArrayList<Contribution>();
        for (Cell cell : cells) {
            try {
                forced.add(cell.read());
            } catch (UndefinedException conditionsAreFalse) {
                // The layer says nothing of this key.
            }
        }
        return forced;
    }

    /** The leaves of the merged value, in the order of their paths, and what they shadow. Forces everything. */
    List<Leaf> leaves(List<Contribution> all) {
        var leaves = new ArrayList<Leaf>();
        collect(all, inside, "", leaves);
        return leaves;
    }

    private void collect(List<Contribution> all, @Nullable Inside at, String path, List<Leaf> leaves) {
        Field field = field(at);
        if (field != null && field.strategyPosition() != 0 && field.strategy() != Strategy.RECURSIVE) {
            if (field.strategy() == Strategy.REPLACE) {
                shadows(all, path, leaves);
                return;
            }
            for (Concatenation.Part part : Concatenation.of(all, field.strategy() == Strategy.UNIQUE, blamed)
                    .parts()) {
                leaves.add(new Leaf(path + "[" + part.index() + "]", part.layer(), part.position(), part.effective()));
            }
            return;
        }
        List<Contribution> sets = leadingSets(all);
        if (sets.isEmpty()) {
            shadows(all, path, leaves);
            return;
        }
        Inside inner = field == null ? at : below(field);
        keys(sets).forEach((name, cells) -> {
            List<Contribution> live = forced(cells);
            if (!live.isEmpty()) {
                collect(
                        live,
                        inner == null ? null : inner.at(name),
                        path.isEmpty() ? text(name) : path + "." + text(name),
                        leaves);
            }
        });
        for (Contribution other : all.subList(sets.size(), all.size())) {
            leaves.add(new Leaf(path, other.layer(), other.position(), false));
        }
    }

    private static void shadows(List<Contribution> all, String path, List<Leaf> leaves) {
        for (int i = 0; i < all.size(); i++) {
            leaves.add(new Leaf(path, all.get(i).layer(), all.get(i).position(), i == 0));
        }
    }

    private static String text(Symbol name) {
        var out = new StringBuilder();
        Literals.appendName(out, name.name());
        return Bytes.decode(out.toString());
    }

    /** The layer that a part of the merged value comes from, as far as that can be told; else the most specific. */
    String layerOf(List<Contribution> all, String part) {
        String path = part.startsWith(".") ? part.substring(1) : part;
        for (Leaf leaf : leaves(all)) {
            boolean inside = path.equals(leaf.path())
                    || path.startsWith(leaf.path() + ".")
                    || path.startsWith(leaf.path() + "[");
            if (leaf.effective() && inside) {
                return leaf.layer();
            }
        }
        return all.getFirst().layer();
    }

    /** A key that several layers define. */
    private static final class Key extends Promise {
        private final DeepMerge merge;
        private final List<Cell> cells;
        private final @Nullable Inside at;
        private boolean running;

        Key(DeepMerge merge, List<Cell> cells, @Nullable Inside at) {
            this.merge = merge;
            this.cells = cells;
            this.at = at;
        }

        @Override
        protected Value compute() {
            if (running) {
                throw infiniteRecursion();
            }
            running = true;
            try {
                List<Contribution> live = forced(cells);
                return live.isEmpty() ? cells.getFirst().cell() : merge.node(live, at);
            } finally {
                running = false;
            }
        }
    }
}

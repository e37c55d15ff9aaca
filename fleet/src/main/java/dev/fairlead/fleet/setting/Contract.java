package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.merge.Merge;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value to a type, lazily: a part is looked at when it is read, and what is wrong with it then blames whoever
 * wrote it (Findler and Felleisen 2002; for lazy data, Chitil 2012).
 */
final class Contract {
    /** What to throw for a value that breaks the contract. */
    interface Breach {
        FindingException of(Mismatch mismatch);
    }

    private final TypeMerge merge;
    private final Breach breach;

    Contract(TypeMerge merge, Breach breach) {
        this.merge = merge;
        this.breach = breach;
    }

    /** The value as its type has it; parts of it are promises. */
    Value hold(OptionType type, Value cell, int position) {
        return hold(type, cell, position, "");
    }

    /** The same for a part of a value. */
    Value hold(OptionType type, Value cell, int position, String part) {
        Value value = cell.force();
        if (!type.accepts(value)) {
            throw breach.of(new Mismatch(part, type.demand(), value, position));
        }
        return switch (type.form()) {
            case PLAIN -> value;
            case NULLABLE, EITHER -> {
                OptionType branch = type.branch(value);
                yield branch == null ? value : hold(branch, value, position, part);
            }
            case LIST -> value instanceof ListValue list ? items(type, list, position, part) : value;
            case ATTRS -> value instanceof AttrsValue set ? attributes(type, set, position, part) : value;
            case MADE -> merge.value(type, value, position, part, breach);
        };
    }

    private Value items(OptionType type, ListValue written, int position, String part) {
        ListValue list = Properties.items(written);
        OptionType of = type.nested("elemType");
        if (of == null) {
            return list;
        }
        Value[] items = new Value[list.size()];
        int[] positions = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            positions[i] = list.position(i) == 0 ? position : list.position(i);
            items[i] = new Held(this, of, list.get(i), positions[i], part + "[" + i + "]");
        }
        return new ListValue(items, positions);
    }

    private Value attributes(OptionType type, AttrsValue set, int position, String part) {
        OptionType of = type.nested("elemType");
        if (of == null) {
            return set;
        }
        var held = new AttrsBuilder(set.size());
        for (int i = 0; i < set.size(); i++) {
            if (type.isLazy() || isDefined(set.value(i))) {
                int own = Merge.position(set, i);
                int at = own == 0 ? position : own;
                var name = new StringBuilder();
                Literals.appendName(name, set.name(i).name());
                String below = part + "." + Bytes.decode(name.toString());
                held.add(set.name(i), new Held(this, of, set.value(i), at, below), at);
            }
        }
        return held.build();
    }

    /** As in the module system, a set knows which of its names are really defined unless its type is a lazy one. */
    private static boolean isDefined(Value cell) {
        try {
            cell.force();
            return true;
        } catch (UndefinedException undefined) {
            return false;
        } catch (EvalException | SyntaxException failure) {
            return true; // its readers will see the failure
        }
    }

    /** The promise of a part that keeps its type. */
    static final class Held extends Promise {
        private final Contract contract;
        private final OptionType type;
        private final int position;
        private final String part;
        /** Null while the part is looked at. */
        private @Nullable Value cell;

        Held(Contract contract, OptionType type, Value cell, int position, String part) {
            this.contract = contract;
            this.type = type;
            this.cell = cell;
            this.position = position;
            this.part = part;
        }

        OptionType demanded() {
            return type;
        }

        int position() {
            return position;
        }

        /** The path of the part in the value of the field. */
        String part() {
            return part;
        }

        /** The part as it is written. */
        Value written() {
            Value written = cell;
            if (written == null) {
                throw infiniteRecursion();
            }
            return written.force();
        }

        @Override
        protected Value compute() {
            Value held = cell;
            if (held == null) {
                throw infiniteRecursion();
            }
            cell = null;
            try {
                return contract.hold(type, held, position, part).force();
            } finally {
                cell = held;
            }
        }
    }
}

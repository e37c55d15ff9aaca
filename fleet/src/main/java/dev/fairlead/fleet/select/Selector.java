package dev.fairlead.fleet.select;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses facts by what they are ({@code sel.kind}, {@code sel.tag}, {@code sel.attrs}) and by where they lie
 * ({@code sel.has}, {@code sel.within}). The words are those of gen-select; {@code sel.child} is written with the others.
 *
 * <p>Printed as it would be written.
 */
public sealed interface Selector {
    /**
     * True if it chooses the fact. Forces what of the fact it asks for, and nothing else.
     *
     * @throws dev.fairlead.nix.value.EvalException if that, or a function of the selector, fails
     */
    boolean matches(Fact fact);

    /** Everything. */
    record Star() implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return true;
        }

        @Override
        public String toString() {
            return "sel.star";
        }
    }

    /** Facts that have each of these fields: equal, or containing it where the fact has a list. */
    record Attrs(AttrsValue wanted) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            AttrsValue fields = fact.fields();
            for (int i = 0; i < wanted.size(); i++) {
                Value found = fields.get(wanted.name(i));
                if (found == null || !holds(found, wanted.value(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean holds(Value found, Value wanted) {
            if (Equality.equal(found, wanted)) {
                return true;
            }
            return found.force() instanceof ListValue list
                    && Arrays.stream(list.items()).anyMatch(item -> Equality.equal(item, wanted));
        }

        @Override
        public String toString() {
            return Arrays.stream(wanted.shape().names())
                    .map(name -> Bytes.decode(name.name()) + " = …;")
                    .collect(Collectors.joining(" ", "sel.attrs { ", " }"));
        }
    }

    /** Facts of a kind. */
    record Kind(String kind) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return fact.kind().equals(kind);
        }

        @Override
        public String toString() {
            return "sel.kind \"" + kind + "\"";
        }
    }

    /** Facts of a name. */
    record Name(String name) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return fact.name().equals(name);
        }

        @Override
        public String toString() {
            return "sel.name \"" + name + "\"";
        }
    }

    /** Facts that have a tag. */
    record Tag(String tag) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return fact.hasTag(tag);
        }

        @Override
        public String toString() {
            return "sel.tag \"" + tag + "\"";
        }
    }

    /** Facts with something directly in them that the other selector chooses. */
    record Has(Selector child) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return fact.children().stream().anyMatch(child::matches);
        }

        @Override
        public String toString() {
            return "sel.has " + operand(child);
        }
    }

    /** Facts with something around them, at any distance, that the other selector chooses. */
    record Within(Selector ancestor) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            for (Fact around = fact.parent(); around != null; around = around.parent()) {
                if (ancestor.matches(around)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return "sel.within " + operand(ancestor);
        }
    }

    /** Facts directly in something that the other selector chooses. */
    record ParentMatches(Selector parent) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            Fact around = fact.parent();
            return around != null && parent.matches(around);
        }

        @Override
        public String toString() {
            return "sel.parentMatches " + operand(parent);
        }
    }

    /** Facts that all of the others choose; everything if there are none. */
    record And(List<Selector> all) implements Selector {
        public And {
            all = List.copyOf(all);
        }

        @Override
        public boolean matches(Fact fact) {
            return all.stream().allMatch(each -> each.matches(fact));
        }

        @Override
        public String toString() {
            return "sel.and " + list(all);
        }
    }

    /** Facts that one of the others chooses; nothing if there are none. */
    record Any(List<Selector> some) implements Selector {
        public Any {
            some = List.copyOf(some);
        }

        @Override
        public boolean matches(Fact fact) {
            return some.stream().anyMatch(each -> each.matches(fact));
        }

        @Override
        public String toString() {
            return "sel.any " + list(some);
        }
    }

    /** Facts that the other does not choose. */
    record Not(Selector other) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            return !other.matches(fact);
        }

        @Override
        public String toString() {
            return "sel.not " + operand(other);
        }
    }

    /** Facts for which a function of their fields is true; one of two arguments gets the id first. */
    record When(FunctionValue condition, @Nullable Place location) implements Selector {
        @Override
        public boolean matches(Fact fact) {
            Value fields = fact.fields();
            Value result = condition.call(fields);
            if (result instanceof FunctionValue) {
                result = Functions.call(condition, new StringValue(Bytes.encode(fact.id())), fields);
            }
            if (result instanceof BoolValue truth) {
                return truth.value();
            }
            throw new FindingException(
                    Finding.of(
                                    FindingId.EVALUATION,
                                    "The function of sel.when must give a Boolean, but gives "
                                            + result.type().description() + " for " + fact.id() + ".")
                            .at(location)
                            .build(),
                    0);
        }

        @Override
        public String toString() {
            return "sel.when (…)";
        }
    }

    private static String list(List<Selector> selectors) {
        return selectors.stream().map(Selector::operand).collect(Collectors.joining(" ", "[ ", " ]"));
    }

    private static String operand(Selector selector) {
        return selector instanceof Star ? selector.toString() : "(" + selector + ")";
    }
}

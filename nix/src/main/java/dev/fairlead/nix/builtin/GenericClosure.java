package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code genericClosure}: the elements that can be reached from a start set through an operator, breadth first, one
 * for each {@code key}. Keys must have an order among each other.
 */
final class GenericClosure {
    private static final Symbol START_SET = Symbol.of("startSet");
    private static final Symbol OPERATOR = Symbol.of("operator");
    private static final Symbol KEY = Symbol.of("key");

    private GenericClosure() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("genericClosure", GenericClosure::closure));
    }

    private static Value closure(Value argument) {
        AttrsValue attrs =
                Expect.attrs(argument, "while evaluating the first argument passed to builtins.genericClosure");
        String missing = "in the attrset passed as argument to builtins.genericClosure";
        ListValue start = Expect.list(
                Expect.attribute(attrs, START_SET, missing),
                "while evaluating the 'startSet' attribute passed as argument to builtins.genericClosure");
        if (start.size() == 0) {
            return start;
        }
        Value operator = Expect.function(
                Expect.attribute(attrs, OPERATOR, missing),
                "while evaluating the 'operator' attribute passed as argument to builtins.genericClosure");
        ArrayDeque<Value> work = new ArrayDeque<>(Arrays.asList(start.items()));
        List<Value> reached = new ArrayList<>();
        Keys keys = new Keys();
        while (!work.isEmpty()) {
            Value element = work.removeFirst();
            if (addKey(keys, element, reached)) {
                reached.add(element);
                for (Value next : successors(operator, element).items()) {
                    next.force();
                    work.addLast(next);
                }
            }
        }
        return new ListValue(reached.toArray(Value[]::new));
    }

    private static boolean addKey(Keys keys, Value element, List<Value> reached) {
        Value key = element.force() instanceof AttrsValue attrs ? attrs.get(KEY) : null;
        if (key == null) {
            String during = "in genericClosure element " + Excerpt.of(element);
            key = Expect.attribute(Expect.attrs(element, during), KEY, during);
        }
        try {
            return keys.add(key.force());
        } catch (EvalException e) {
            incomparable(key, reached).ifPresent(other -> e.during(0, "with element " + Excerpt.of(other)));
            throw e.during(0, "while comparing element " + Excerpt.of(element));
        }
    }

    /** The element with the least key of those whose keys do not compare with this one. */
    private static Optional<Value> incomparable(Value key, List<Value> reached) {
        return reached.stream()
                .filter(element -> !isComparable(key, key(element)))
                .min((a, b) -> Ordering.less(key(a), key(b)) ? -1 : 1);
    }

    private static boolean isComparable(Value a, Value b) {
        try {
            Ordering.less(a, b);
            return true;
        } catch (EvalException _) {
            return false;
        }
    }

    /** The key of an element that was seen. */
    private static Value key(Value element) {
        AttrsValue attrs = Expect.attrs(element, "while looking for a key");
        return Expect.attribute(attrs, KEY, "while looking for a key").force();
    }

    private static ListValue successors(Value operator, Value element) {
        try {
            return Expect.list(
                    Functions.call(operator, element),
                    "while evaluating the return value of the `operator` passed to builtins.genericClosure");
        } catch (EvalException e) {
            throw e.during(0, "while calling operator on genericClosure element " + Excerpt.of(element));
        }
    }

    /**
     * The keys seen so far. Strings, and integers, are hashed as long as all keys are of that one type; the first key
     * of another moves them to a tree by the order of the language, which says whether they compare at all.
     */
    private static final class Keys {
        private final Set<Object> hashed = new HashSet<>();
        private final List<Value> first = new ArrayList<>();
        private final TreeSet<Value> ordered = new TreeSet<>(this::compare);

        boolean add(Value key) {
            Object plain = plain(key);
            if (ordered.isEmpty() && plain != null && isLikeTheOthers(key)) {
                boolean isNew = hashed.add(plain);
                if (isNew) {
                    first.add(key);
                }
                return isNew;
            }
            ordered.addAll(first);
            first.clear();
            return ordered.add(key);
        }

        private boolean isLikeTheOthers(Value key) {
            return first.isEmpty() || first.getFirst().type() == key.type();
        }

        private static @Nullable Object plain(Value key) {
            if (key instanceof StringValue text) {
                return text.text();
            }
            return key instanceof IntValue number ? number.value() : null;
        }

        private int compare(Value a, Value b) {
            if (ordered.isEmpty()) {
                // A tree compares its first key with itself, which the language may not be able to.
                return 0;
            }
            return Ordering.less(a, b) ? -1 : Ordering.less(b, a) ? 1 : 0;
        }
    }
}

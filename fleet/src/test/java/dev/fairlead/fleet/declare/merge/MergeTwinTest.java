package dev.fairlead.fleet.declare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The merge against a twin that merges everything at once, on definitions of all forms. */
final class MergeTwinTest {
    /** A definition as a test writes it. */
    private sealed interface Term {}

    private record Scalar(int value) implements Term {}

    private record Items(List<Integer> items) implements Term {}

    private record Fields(Map<String, Term> fields) implements Term {}

    private record If(boolean condition, Term content) implements Term {}

    private record Several(List<Term> contents) implements Term {}

    private record Weight(int priority, Term content) implements Term {}

    private record Order(int priority, Term content) implements Term {}

    private static Gen<Term> terms() {
        Gen<Term> scalars = Gen.ints(0, 2).map(Scalar::new);
        Gen<Term> lists = Gen.ints(0, 9).list(3).map(Items::new);
        return Gen.nested(
                4,
                Gen.oneOf(scalars, lists),
                part -> Gen.oneOf(
                        Gen.maps(Gen.elements("a", "b", "c"), part, 3).map(Fields::new),
                        Gen.maps(Gen.elements("a", "b", "c"), part, 3).map(Fields::new),
                        choices -> new If(choices.below(4) < 3, part.draw(choices)),
                        part.list(3).map(Several::new),
                        choices -> new Weight(Gen.elements(50, 100, 1000).draw(choices), part.draw(choices)),
                        choices -> new Order(Gen.elements(500, 1000, 1500).draw(choices), part.draw(choices))));
    }

    @Test
    void mergingPathByPathGivesWhatMergingAtOnceGives() {
        Property.tries(2000).check(terms().list(1, 4), terms -> {
            List<Definition> definitions =
                    terms.stream().map(term -> new Definition(value(term), 0)).toList();
            assertThat(read(() -> new Merge().merge(new AttrPath(null, "den"), MergeRule.DATA, definitions)))
                    .isEqualTo(twin(terms));
        });
    }

    private interface Reading {
        Value get();
    }

    private static Object read(Reading reading) {
        try {
            return switch (reading.get()) {
                case IntValue number -> number.value();
                case ListValue list -> {
                    var items = new ArrayList<>();
                    for (Value item : list.items()) {
                        items.add(read(item::force));
                    }
                    yield items;
                }
                case AttrsValue attrs -> {
                    var fields = new TreeMap<String, Object>();
                    for (int i = 0; i < attrs.size(); i++) {
                        fields.put(attrs.name(i).name(), read(attrs.value(i)::force));
                    }
                    yield fields;
                }
                case Value other -> throw new AssertionError(other);
            };
        } catch (ConflictException conflict) {
            return "conflict";
        } catch (UndefinedException undefined) {
            return "undefined";
        }
    }

    private record Ranked(Term term, int priority, int order) {}

    private static Object twin(List<Term> terms) {
        var ranked = new ArrayList<Ranked>();
        terms.forEach(term -> rank(term, 100, 1000, ranked));
        int strongest = ranked.stream().mapToInt(Ranked::priority).min().orElse(0);
        List<Term> live = ranked.stream()
                .filter(r -> r.priority() == strongest)
                .sorted(Comparator.comparingInt(Ranked::order))
                .map(Ranked::term)
                .toList();
        if (live.isEmpty()) {
            return "undefined";
        }
        if (live.stream().allMatch(Fields.class::isInstance)) {
            var names = new TreeSet<String>();
            live.forEach(term -> names.addAll(((Fields) term).fields().keySet()));
            var fields = new TreeMap<String, Object>();
            for (String name : names) {
                fields.put(
                        name,
                        twin(live.stream()
                                .map(term -> ((Fields) term).fields())
                                .filter(f -> f.containsKey(name))
                                .map(f -> f.get(name))
                                .toList()));
            }
            return fields;
        }
        if (live.stream().allMatch(Items.class::isInstance)) {
            return live.stream()
                    .flatMap(term -> ((Items) term).items().stream())
                    .map(Integer::longValue)
                    .toList();
        }
        return live.stream().distinct().count() == 1 && live.getFirst() instanceof Scalar(int value)
                ? (Object) (long) value
                : "conflict";
    }

    private static void rank(Term term, int priority, int order, List<Ranked> ranked) {
        switch (term) {
            case If(boolean condition, Term content) -> {
                if (condition) {
                    rank(content, priority, order, ranked);
                }
            }
            case Several(List<Term> contents) -> contents.forEach(each -> rank(each, priority, order, ranked));
            case Weight(int own, Term content) -> rank(content, own, order, ranked);
            case Order(int own, Term content) -> rank(content, priority, own, ranked);
            case Scalar _, Items _, Fields _ -> ranked.add(new Ranked(term, priority, order));
        }
    }

    private static Value value(Term term) {
        return switch (term) {
            case Scalar(int value) -> IntValue.of(value);
            case Items(List<Integer> items) ->
                list(items.stream().map(IntValue::of).toArray(Value[]::new));
            case Fields(Map<String, Term> fields) -> {
                var attrs = new AttrsBuilder(fields.size());
                fields.forEach((name, field) -> attrs.add(Symbol.of(name), value(field)));
                yield attrs.build();
            }
            case If(boolean condition, Term content) ->
                property("if", Map.of("condition", BoolValue.of(condition), "content", value(content)));
            case Several(List<Term> contents) ->
                property(
                        "merge",
                        Map.of(
                                "contents",
                                list(contents.stream().map(MergeTwinTest::value).toArray(Value[]::new))));
            case Weight(int priority, Term content) ->
                property("override", Map.of("priority", IntValue.of(priority), "content", value(content)));
            case Order(int priority, Term content) ->
                property("order", Map.of("priority", IntValue.of(priority), "content", value(content)));
        };
    }

    private static Value list(Value[] items) {
        return new ListValue(items);
    }

    private static Value property(String type, Map<String, Value> parts) {
        var attrs = new AttrsBuilder(3).add(Symbol.of("_type"), new StringValue(type));
        parts.forEach((name, part) -> attrs.add(Symbol.of(name), part));
        return attrs.build();
    }
}

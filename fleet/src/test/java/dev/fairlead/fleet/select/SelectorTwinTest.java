package dev.fairlead.fleet.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Selectors against a twin that knows no single fact: it computes the set of all facts that each part of a selector
 * chooses, by the algebra of sets.
 */
final class SelectorTwinTest {
    private static final List<String> KINDS = List.of("host", "service");
    private static final List<String> WORDS = List.of("a", "b");

    /** A selector as a test writes it. */
    private sealed interface Term {
        Value value();

        Set<Node> chosen(List<Node> all);
    }

    private record Plain(String word, String text) implements Term {
        @Override
        public Value value() {
            return tagged(word, new StringValue(text));
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            return where(all, node -> switch (word) {
                case "kind" -> node.kind().equals(text);
                case "name" -> node.name().equals(text);
                default -> node.tags.contains(text);
            });
        }
    }

    private record Field(String name, String text) implements Term {
        @Override
        public Value value() {
            return tagged("attrs", set(name, new StringValue(text)));
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            return where(
                    all,
                    node -> name.equals("name")
                            ? node.name().equals(text)
                            : name.equals("tags") && node.tags.contains(text));
        }
    }

    private record Star() implements Term {
        @Override
        public Value value() {
            return tagged("star", BoolValue.TRUE);
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            return new LinkedHashSet<>(all);
        }
    }

    private record One(String word, Term part) implements Term {
        @Override
        public Value value() {
            return tagged(word, part.value());
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            Set<Node> inner = part.chosen(all);
            return switch (word) {
                case "not" -> where(all, node -> !inner.contains(node));
                case "has" ->
                    inner.stream().map(Node::parent).filter(Objects::nonNull).collect(Collectors.toSet());
                case "parentMatches" -> childrenOf(all, inner);
                default -> {
                    // Down, level by level, until nothing is added
                    Set<Node> below = childrenOf(all, inner);
                    int size = -1;
                    while (below.size() > size) {
                        size = below.size();
                        below.addAll(childrenOf(all, below));
                    }
                    yield below;
                }
            };
        }
    }

    private record Child(Term parent, Term child) implements Term {
        @Override
        public Value value() {
            return tagged(
                    "child",
                    new AttrsBuilder(2)
                            .add(Symbol.of("parent"), parent.value())
                            .add(Symbol.of("child"), child.value())
                            .build());
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            Set<Node> inside = childrenOf(all, parent.chosen(all));
            inside.retainAll(child.chosen(all));
            return inside;
        }
    }

    private record Several(String word, List<Term> parts) implements Term {
        @Override
        public Value value() {
            return tagged(word, new ListValue(parts.stream().map(Term::value).toArray(Value[]::new)));
        }

        @Override
        public Set<Node> chosen(List<Node> all) {
            Set<Node> chosen = word.equals("and") ? new LinkedHashSet<>(all) : new LinkedHashSet<>();
            for (Term part : parts) {
                if (word.equals("and")) {
                    chosen.retainAll(part.chosen(all));
                } else {
                    chosen.addAll(part.chosen(all));
                }
            }
            return chosen;
        }
    }

    private interface Condition {
        boolean holds(Node node);
    }

    private static Set<Node> where(List<Node> all, Condition condition) {
        return all.stream().filter(condition::holds).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Node> childrenOf(List<Node> all, Set<Node> parents) {
        return where(all, node -> node.parent() != null && parents.contains(node.parent()));
    }

    private static Value tagged(String word, Value content) {
        return new AttrsBuilder(2)
                .add(Symbol.of("_selector"), new StringValue(word))
                .add(Symbol.of("value"), content)
                .build();
    }

    private static AttrsValue set(String name, Value value) {
        return new AttrsBuilder(1).add(Symbol.of(name), value).build();
    }

    /** A fact of a random tree; each node is told from the others by its number. */
    private static final class Node implements Fact {
        private final int number;
        private final String kind;
        private final String name;
        private final List<String> tags;
        private final @Nullable Node parent;
        private final List<Fact> children = new ArrayList<>();

        Node(int number, String kind, String name, List<String> tags, @Nullable Node parent) {
            this.number = number;
            this.kind = kind;
            this.name = name;
            this.tags = tags;
            this.parent = parent;
            if (parent != null) {
                parent.children.add(this);
            }
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String id() {
            return kind + ":" + number;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean hasTag(String tag) {
            return tags.contains(tag);
        }

        @Override
        public AttrsValue fields() {
            Value[] texts = tags.stream().map(StringValue::new).toArray(Value[]::new);
            return new AttrsBuilder(2)
                    .add(Symbol.of("name"), new StringValue(name))
                    .add(Symbol.of("tags"), new ListValue(texts))
                    .build();
        }

        @Override
        public @Nullable Node parent() {
            return parent;
        }

        @Override
        public List<Fact> children() {
            return children;
        }

        @Override
        public String toString() {
            return id() + " " + name + tags + (parent == null ? "" : " in " + parent.id());
        }
    }

    private static List<Node> forest(Choices choices) {
        var nodes = new ArrayList<Node>();
        int size = 1 + (int) choices.below(7);
        for (int i = 0; i < size; i++) {
            int above = (int) choices.below(i + 1);
            nodes.add(new Node(
                    i,
                    Gen.elements(KINDS).draw(choices),
                    Gen.elements(WORDS).draw(choices),
                    Gen.elements(WORDS).list(2).draw(choices),
                    above == i ? null : nodes.get(above)));
        }
        return nodes;
    }

    private static Gen<Term> terms() {
        Gen<Term> leaves = Gen.oneOf(
                Gen.constant(new Star()),
                Gen.elements(KINDS).map(text -> new Plain("kind", text)),
                Gen.elements(WORDS).map(text -> new Plain("name", text)),
                Gen.elements(WORDS).map(text -> new Plain("tag", text)),
                choices -> new Field(
                        Gen.elements("name", "tags", "absent").draw(choices),
                        Gen.elements(WORDS).draw(choices)));
        return Gen.nested(
                4,
                leaves,
                part -> Gen.oneOf(
                        choices -> new One(
                                Gen.elements("not", "has", "parentMatches", "within")
                                        .draw(choices),
                                part.draw(choices)),
                        choices -> new Child(part.draw(choices), part.draw(choices)),
                        choices -> new Several(
                                Gen.elements("and", "any").draw(choices),
                                part.list(3).draw(choices))));
    }

    @Test
    void aSelectorChoosesWhatTheAlgebraOfSetsSays() {
        Property.tries(2000).check(SelectorTwinTest::forest, terms(), (nodes, term) -> {
            var places = new Places(new Sources(), Path.of("/fleet"));
            var findings = new Findings();
            Selector selector = new SelectorReader(Set.of(), places, new EvaluationFindings(places), findings)
                    .read(term.value(), "the selector", null, null);
            assertThat(findings.sorted()).isEmpty();
            assertThat(nodes.stream().filter(Objects.requireNonNull(selector)::matches))
                    .containsExactlyInAnyOrderElementsOf(term.chosen(nodes));
        });
    }
}

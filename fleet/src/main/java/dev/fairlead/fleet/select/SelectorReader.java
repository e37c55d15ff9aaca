package dev.fairlead.fleet.select;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads selectors as {@link Vocabulary} makes them. What is wrong with one is a finding, and then there is none. */
public final class SelectorReader {
    private static final Set<String> KINDS =
            Set.of("fleet", "environment", "host", "user", "service", "requirement", "port", "channel-item", "setting");
    private static final String SERVICE = "service";

    private final Set<String> kinds;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;

    /** @param furtherKinds of scopes that the fleet declares */
    public SelectorReader(Set<String> furtherKinds, Places places, EvaluationFindings errors, Findings findings) {
        this.kinds = new TreeSet<>(KINDS);
        this.kinds.addAll(furtherKinds);
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    /** What is read, as findings name it. */
    private record Subject(
            String what, @Nullable String id, @Nullable Place place) {
        Subject part(String part, @Nullable Place own) {
            return new Subject(part + " of " + what, id, own == null ? place : own);
        }
    }

    /**
     * The selector in a cell, or null.
     *
     * @param path how messages call it: {@code den.aspects.node-exporter.neededBy}
     * @param id what findings are about, or null
     * @param near where it is written
     */
    public @Nullable Selector read(Value cell, String path, @Nullable String id, @Nullable Place near) {
        return selector(cell, new Subject(path, id, near));
    }

    private @Nullable Value force(Value cell, Subject subject) {
        try {
            return cell.force();
        } catch (UndefinedException undefined) {
            return null;
        } catch (EvalException | SyntaxException failure) {
            findings.add(errors.finding(failure, subject.id(), subject.place()));
            return null;
        }
    }

    private @Nullable Selector selector(Value cell, Subject subject) {
        Value value = force(cell, subject);
        if (!(value instanceof AttrsValue set)) {
            return noSelector(value, subject);
        }
        Value tag = set.get(Vocabulary.SELECTOR);
        Value content = set.get(Vocabulary.VALUE);
        if (tag == null || content == null) {
            return noSelector(set, subject);
        }
        String word = text(tag, "a word of sel", subject);
        return word == null ? null : selector(word, content, subject.part("sel." + word, null));
    }

    private @Nullable Selector selector(String word, Value content, Subject subject) {
        return switch (word) {
            case "star" -> new Selector.Star();
            case "attrs" -> attrs(content, subject);
            case "kind" -> kind(content, subject);
            case "name" -> mapped(text(content, "a name", subject), Selector.Name::new);
            case "tag" -> mapped(text(content, "a tag", subject), Selector.Tag::new);
            case "has" -> mapped(child(content, subject), Selector.Has::new);
            case "within" -> mapped(selector(content, subject), Selector.Within::new);
            case "parentMatches" -> mapped(selector(content, subject), Selector.ParentMatches::new);
            case "not" -> mapped(selector(content, subject), Selector.Not::new);
            case "and" -> mapped(selectors(content, subject), Selector.And::new);
            case "any" -> mapped(selectors(content, subject), Selector.Any::new);
            case "child" -> childOf(content, subject);
            case "when" -> when(content, subject);
            default -> {
                String nearest = Suggestions.nearest(word, Vocabulary.selectorWords());
                yield wrong(
                        subject.what() + " is no selector that Fairlead knows.",
                        nearest == null ? null : "did you mean \"" + nearest + "\"?",
                        subject);
            }
        };
    }

    private static <T> @Nullable Selector mapped(@Nullable T part, Function<T, Selector> selector) {
        return part == null ? null : selector.apply(part);
    }

    private @Nullable Selector attrs(Value content, Subject subject) {
        Value value = force(content, subject);
        return value instanceof AttrsValue wanted ? new Selector.Attrs(wanted) : expected("a set", value, subject);
    }

    private @Nullable Selector kind(Value content, Subject subject) {
        String kind = text(content, "a kind", subject);
        if (kind == null || kinds.contains(kind)) {
            return mapped(kind, Selector.Kind::new);
        }
        String nearest = Suggestions.nearest(kind, kinds);
        findings.add(Finding.of(
                        FindingId.UNKNOWN_REFERENCE,
                        subject.what() + " asks for the kind \"" + kind + "\", which is none of "
                                + String.join(", ", kinds) + ".")
                .subject(subject.id())
                .at(subject.place())
                .fix(
                        nearest == null
                                ? "declare den.kinds." + kind + ", or name one of these"
                                : "did you mean \"" + nearest + "\"?")
                .build());
        return null;
    }

    /** A selector, or what stands for the service of one aspect: the aspect or its path. */
    private @Nullable Selector child(Value content, Subject subject) {
        Value value = force(content, subject);
        String path = switch (value) {
            case StringValue text -> Bytes.decode(text.text());
            case AttrsValue set when set.get(Vocabulary.SELECTOR) == null -> AspectPath.of(set);
            case FunctionValue function -> AspectPath.of(function);
            case null, default -> null;
        };
        return path == null ? selector(content, subject) : serviceOf(path);
    }

    private static Selector serviceOf(String aspect) {
        return new Selector.And(List.of(new Selector.Kind(SERVICE), new Selector.Name(aspect)));
    }

    private @Nullable List<Selector> selectors(Value content, Subject subject) {
        Value value = force(content, subject);
        if (!(value instanceof ListValue list)) {
            expected("a list of selectors", value, subject);
            return null;
        }
        var all = new ArrayList<Selector>();
        boolean complete = true;
        for (int i = 0; i < list.size(); i++) {
            Selector each = selector(list.get(i), subject.part("item " + (i + 1), places.at(list.position(i))));
            complete &= each != null;
            if (each != null) {
                all.add(each);
            }
        }
        return complete ? all : null;
    }

    /** {@code sel.child { parent; child; }}: what the one chooses, directly in what the other chooses. */
    private @Nullable Selector childOf(Value content, Subject subject) {
        Value value = force(content, subject);
        Value parent = value instanceof AttrsValue set ? set.get("parent") : null;
        Value child = value instanceof AttrsValue set ? set.get("child") : null;
        if (parent == null || child == null) {
            return expected("{ parent = <selector>; child = <selector>; }", value, subject);
        }
        Selector inside = selector(child, subject.part("child", null));
        Selector around = selector(parent, subject.part("parent", null));
        return inside == null || around == null
                ? null
                : new Selector.And(List.of(inside, new Selector.ParentMatches(around)));
    }

    private @Nullable Selector when(Value content, Subject subject) {
        Value value = force(content, subject);
        return value instanceof FunctionValue function
                ? new Selector.When(function, subject.place())
                : expected("a function of the fact", value, subject);
    }

    private @Nullable String text(Value cell, String what, Subject subject) {
        Value value = force(cell, subject);
        if (value instanceof StringValue text) {
            return Bytes.decode(text.text());
        }
        expected("the text of " + what, value, subject);
        return null;
    }

    private @Nullable Selector noSelector(@Nullable Value found, Subject subject) {
        if (found == null) {
            return null; // reported, or not defined
        }
        String fix = switch (found) {
            case StringValue text -> {
                String written = Bytes.decode(text.text());
                yield "write sel.name \"" + written + "\" or sel.tag \"" + written + "\"";
            }
            case AttrsValue set -> "write sel.attrs { ... }";
            case FunctionValue function -> "write sel.when (fact: ...)";
            case ListValue list -> "write sel.any [ ... ] or sel.and [ ... ]";
            default -> null;
        };
        return wrong(
                subject.what() + " must be a selector, but is " + found.type().description() + ".", fix, subject);
    }

    private @Nullable Selector expected(String expected, @Nullable Value found, Subject subject) {
        return found == null
                ? null
                : wrong(
                        subject.what() + " must be " + expected + ", but is "
                                + found.type().description() + ".",
                        null,
                        subject);
    }

    private @Nullable Selector wrong(String message, @Nullable String fix, Subject subject) {
        findings.add(Finding.of(FindingId.EVALUATION, message)
                .subject(subject.id())
                .at(subject.place())
                .fix(fix)
                .build());
        return null;
    }
}

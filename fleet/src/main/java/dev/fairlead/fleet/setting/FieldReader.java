package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the set that declares one field: an option, or {@code { type; default; merge; ... }}. */
final class FieldReader {
    /** What a set may have to declare a field. */
    private static final Set<String> PARTS = Set.of(
            "type",
            "default",
            "merge",
            "refine",
            "apply",
            "description",
            "defaultText",
            "example",
            "internal",
            "readOnly",
            "relatedPackages",
            "visible");

    private final SchemaFindings findings;

    FieldReader(SchemaFindings findings) {
        this.findings = findings;
    }

    /**
     * Whether a set declares a field, and not fields below it. One with a type does; one without does if it has nothing
     * but what fields have, and none of that can be a field itself. What stands for a type and is none is a mistake.
     */
    static boolean isField(AttrsValue set) {
        String tag = OptionType.tag(set);
        if (tag != null) {
            return tag.equals("option");
        }
        Value type = set.get("type");
        if (type != null && OptionType.of(type.force()) != null) {
            return true;
        }
        for (int i = 0; i < set.size(); i++) {
            if (!PARTS.contains(set.name(i).name())) {
                return false;
            }
        }
        return set.size() > 0
                && !isSet(type)
                && !isSet(set.get("description"))
                && !isSet(set.get("merge"))
                && !isGroup(set);
    }

    private static boolean isSet(@Nullable Value cell) {
        return cell != null && cell.force() instanceof AttrsValue;
    }

    private static boolean isGroup(AttrsValue set) {
        Value fallback = set.get("default");
        try {
            return fallback != null && fallback.force() instanceof AttrsValue inner && OptionType.tag(inner) != null;
        } catch (EvalException | SyntaxException failure) {
            return false; // its readers will see the failure
        }
    }

    /** The field that a set declares; unreadable if what is its type is none. */
    SchemaNode read(AttrsValue set, List<Symbol> path, int position) {
        Value written = set.get("type");
        if (written != null && OptionType.of(written.force()) == null) {
            Finding wrong = findings.problem(
                    "has a field " + Field.text(path) + " whose type is "
                            + written.force().type().description() + ", not one of lib.types",
                    set.position(Symbol.of("type")));
            return new SchemaNode.Unreadable(new Deferred(() -> {
                throw new FindingException(wrong, 0);
            }));
        }
        Value fallback = set.get("default");
        OptionType type = written == null ? null : OptionType.of(written.force());
        return new Field(
                path,
                position,
                type,
                fallback == null ? null : new Definition(fallback, set.position(Symbol.of("default"))),
                fitting(strategy(set, path), type, set, path),
                set.position(Symbol.of("merge")),
                refine(checked(set, path), path),
                set.get("apply"),
                description(set, path));
    }

    /** Text, or what {@code lib.mdDoc} and its like make of text. */
    private @Nullable String description(AttrsValue set, List<Symbol> path) {
        Value cell = set.get("description");
        Value text = cell == null ? null : cell.force();
        if (text instanceof StringValue string) {
            return Bytes.decode(string.text());
        }
        if (text != null && !(text instanceof NullValue) && !isMarkedUp(text)) {
            findings.problem(
                    "has a field " + Field.text(path) + " whose description is "
                            + text.type().description() + ", not text",
                    set.position(Symbol.of("description")));
        }
        return null;
    }

    private static boolean isMarkedUp(Value text) {
        return text instanceof AttrsValue set && OptionType.tag(set) != null;
    }

    /** The conditions, if they are written as such. */
    private @Nullable Value refine(AttrsValue set, List<Symbol> path) {
        Value refine = set.get("refine");
        Value wrong = refine == null ? null : Refinement.flaw(refine);
        if (wrong == null) {
            return refine;
        }
        findings.problem(
                "has a field " + Field.text(path)
                        + " with a refinement that must be { check = value: ...; message = \"...\"; }, but is "
                        + wrong.type().description(),
                set.position(Symbol.of("refine")));
        return null;
    }

    private Strategy strategy(AttrsValue set, List<Symbol> path) {
        Value cell = set.get("merge");
        if (cell == null) {
            return Strategy.REPLACE;
        }
        String text = cell.force() instanceof StringValue string ? Bytes.decode(string.text()) : "";
        Strategy strategy = Strategy.parse(text);
        if (strategy == null) {
            findings.problem(
                    "has a field " + Field.text(path)
                            + " whose merge is none of \"replace\", \"append\", \"unique\" and \"recursive\"",
                    set.position(Symbol.of("merge")));
            return Strategy.REPLACE;
        }
        return strategy;
    }

    /** The strategy, if values of the type can be merged by it. */
    private Strategy fitting(Strategy strategy, @Nullable OptionType type, AttrsValue set, List<Symbol> path) {
        if (type == null || fits(strategy, type)) {
            return strategy;
        }
        findings.problem(
                "has a field " + Field.text(path) + " whose merge is \"" + strategy.text() + "\", which is for "
                        + (strategy == Strategy.RECURSIVE ? "sets" : "lists and text") + ", but " + type.demand(),
                set.position(Symbol.of("merge")));
        return Strategy.REPLACE;
    }

    private static boolean fits(Strategy strategy, OptionType type) {
        return switch (strategy) {
            case REPLACE -> true;
            case APPEND, UNIQUE -> type.mayBeListOrText();
            case RECURSIVE -> type.mayBeSet();
        };
    }

    /** The set itself; reports what fields do not have. */
    private AttrsValue checked(AttrsValue set, List<Symbol> path) {
        for (int i = 0; i < set.size(); i++) {
            String name = Bytes.decode(set.name(i).name());
            if (!PARTS.contains(name) && !name.startsWith("_")) {
                String nearest = Suggestions.nearest(name, PARTS);
                findings.add(
                        Finding.of(
                                        FindingId.UNKNOWN_ATTRIBUTE,
                                        findings.path() + " has a field " + Field.text(path) + " with an attribute \""
                                                + name + "\", which fields do not have.")
                                .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?"),
                        set.position(i));
            }
        }
        return set;
    }
}

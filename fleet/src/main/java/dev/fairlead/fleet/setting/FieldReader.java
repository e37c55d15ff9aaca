package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
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
     * but what fields have, and its {@code default} is not itself an option.
     */
    static boolean isField(AttrsValue set) {
        String tag = OptionType.tag(set);
        if (tag != null) {
            return tag.equals("option");
        }
        Value type = set.get("type");
        if (type != null) {
            return OptionType.of(type.force()) != null;
        }
        for (int i = 0; i < set.size(); i++) {
            if (!PARTS.contains(set.name(i).name())) {
                return false;
            }
        }
        return set.size() > 0 && isText(set.get("description")) && isText(set.get("merge")) && !isGroup(set);
    }

    private static boolean isText(@Nullable Value cell) {
        return cell == null || cell.force() instanceof StringValue;
    }

    private static boolean isGroup(AttrsValue set) {
        Value fallback = set.get("default");
        try {
            return fallback != null && fallback.force() instanceof AttrsValue inner && OptionType.tag(inner) != null;
        } catch (EvalException | SyntaxException failure) {
            return false; // its readers will see the failure
        }
    }

    /** The field that a set declares. */
    Field read(AttrsValue set, List<Symbol> path, int position) {
        Value fallback = set.get("default");
        return new Field(
                path,
                position,
                type(set, path),
                fallback == null ? null : new Definition(fallback, set.position(Symbol.of("default"))),
                strategy(set, path),
                set.position(Symbol.of("merge")),
                checked(set, path).get("refine"),
                set.get("apply"),
                description(set));
    }

    private static @Nullable String description(AttrsValue set) {
        Value text = set.get("description");
        return text != null && text.force() instanceof StringValue string ? Bytes.decode(string.text()) : null;
    }

    private @Nullable OptionType type(AttrsValue set, List<Symbol> path) {
        Value cell = set.get("type");
        if (cell == null) {
            return null;
        }
        OptionType type = OptionType.of(cell.force());
        if (type == null) {
            findings.problem(
                    "has a field " + Field.text(path) + " whose type is "
                            + cell.force().type().description() + ", not one of lib.types",
                    set.position(Symbol.of("type")));
        }
        return type;
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

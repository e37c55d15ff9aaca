package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.fleet.setting.SchemaNode.Unreadable;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields that the modules of a schema declare together, and what the modules themselves define for them. */
final class SchemaDraft {
    /** How many options there may be: sets that hold themselves, as {@code lib} does, have no end. */
    private static final int MOST_NODES = 10_000;

    /** How many that are none are told of one by one: what is no schema at all has thousands. */
    private static final int MOST_PROBLEMS = 20;

    private final SchemaFindings findings;
    private final FieldReader fields;
    private final List<Definition> config = new ArrayList<>();
    private Group root = Group.EMPTY;
    private @Nullable OptionType freeform;
    private int nodes;
    private final List<NoOption> wrong = new ArrayList<>();

    /** What stands where an option must. */
    private record NoOption(List<Symbol> path, Value value, int position) {}

    SchemaDraft(SchemaFindings findings) {
        this.findings = findings;
        this.fields = new FieldReader(findings);
    }

    /** Adds the options of a module; false if they are no options, so that nobody knows which there are. */
    boolean declare(AttrsValue options, int position) {
        wrong.clear();
        root = merge(root, group(options, List.of()));
        if (nodes >= MOST_NODES) {
            findings.problem("declares options without end", position);
            return false;
        }
        if (wrong.size() < MOST_PROBLEMS) {
            wrong.forEach(this::report);
            return true;
        }
        findings.problem(
                "is no set of options: it has " + wrong.size() + " attributes or more that are none", position);
        return false;
    }

    private void report(NoOption found) {
        boolean isType = OptionType.of(found.value()) != null;
        findings.add(
                Finding.of(
                                FindingId.EVALUATION,
                                findings.path() + "." + Field.text(found.path())
                                        + " must be an option or a set of options, but is "
                                        + (isType
                                                ? "a type"
                                                : found.value().type().description()) + ".")
                        .fix(isType ? "write { type = ...; }" : "write { default = ...; }"),
                found.position());
    }

    /** Adds what a module defines. */
    void define(Value definitions, int position) {
        config.add(new Definition(definitions, position));
    }

    void freeform(Value cell, int position) {
        freeform = OptionType.of(cell.force());
        if (freeform == null) {
            findings.problem("has a freeformType that is none of lib.types", position);
        }
    }

    @Nullable
    OptionType freeform() {
        return freeform;
    }

    Group group() {
        return root;
    }

    ModuleConfig config() {
        return new ModuleConfig(config);
    }

    private Group group(AttrsValue options, List<Symbol> path) {
        var entries = new TreeMap<Symbol, SchemaNode>();
        for (int i = 0; i < options.size() && isWithinBounds(); i++) {
            var below = new ArrayList<>(path);
            below.add(options.name(i));
            SchemaNode node = node(options.value(i), below, options.position(i));
            if (node != null) {
                entries.put(options.name(i), node);
            }
        }
        return new Group(entries);
    }

    private boolean isWithinBounds() {
        nodes++;
        return nodes < MOST_NODES && wrong.size() < MOST_PROBLEMS;
    }

    private @Nullable SchemaNode node(Value cell, List<Symbol> path, int position) {
        try {
            Value value = cell.force();
            if (!(value instanceof AttrsValue set) || OptionType.of(set) != null) {
                wrong.add(new NoOption(path, value, position));
                return new Unreadable(cell);
            }
            return FieldReader.isField(set) ? fields.read(set, path, position) : group(set, path);
        } catch (EvalException | SyntaxException failure) {
            findings.failure(failure, position);
            return new Unreadable(cell);
        }
    }

    private Group merge(Group a, Group b) {
        var entries = new TreeMap<>(a.entries());
        b.entries().forEach((name, node) -> entries.merge(name, node, this::merge));
        return new Group(entries);
    }

    private SchemaNode merge(SchemaNode a, SchemaNode b) {
        if (a instanceof Group one && b instanceof Group other) {
            return merge(one, other);
        }
        if (a instanceof Field one && b instanceof Field other) {
            return merge(one, other);
        }
        if (a instanceof Field field && b instanceof Group) {
            findings.problem("declares " + field.text() + " both as a field and as a set of fields", field.position());
        } else if (a instanceof Group && b instanceof Field) {
            return merge(b, a);
        }
        return a instanceof Unreadable ? b : a;
    }

    /** One module may say the type of a field and another its default; what both say must not differ. */
    private Field merge(Field a, Field b) {
        OptionType type = type(a, b);
        boolean bothDefaults = a.fallback() != null && b.fallback() != null;
        boolean bothStrategies = a.strategyPosition() != 0 && b.strategyPosition() != 0 && a.strategy() != b.strategy();
        boolean clash = (type == null && a.type() != null && b.type() != null)
                || bothDefaults
                || bothStrategies
                || (a.refine() != null && b.refine() != null)
                || (a.apply() != null && b.apply() != null);
        if (clash) {
            Place other = findings.place(a.position());
            findings.add(
                    Finding.of(
                                    FindingId.CONFLICTING_DEFINITIONS,
                                    findings.path() + " declares the field " + a.text() + " twice.")
                            .related(other == null ? List.of() : List.of(new Related("the other declaration", other)))
                            .fix("keep one of them"),
                    b.position());
            return a;
        }
        boolean strategyOfA = a.strategyPosition() != 0;
        return new Field(
                a.path(),
                a.position(),
                type,
                a.fallback() == null ? b.fallback() : a.fallback(),
                strategyOfA ? a.strategy() : b.strategy(),
                strategyOfA ? a.strategyPosition() : b.strategyPosition(),
                a.refine() == null ? b.refine() : a.refine(),
                a.apply() == null ? b.apply() : a.apply(),
                a.description() == null ? b.description() : a.description());
    }

    private static @Nullable OptionType type(Field a, Field b) {
        OptionType one = a.type();
        OptionType other = b.type();
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return OptionType.of(Functions.call(one.part("typeMerge"), other.part("functor")));
    }
}

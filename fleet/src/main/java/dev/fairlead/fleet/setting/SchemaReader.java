package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Modules;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a schema in any of its forms: a module or several, a set of options, a set of {@code { type; default; ... }}.
 * What is wrong becomes a finding, and the rest is still a schema.
 */
final class SchemaReader {
    private static final Symbol OPTIONS = Symbol.of("options");
    private static final Symbol CONFIG = Symbol.of("config");
    private static final Symbol IMPORTS = Symbol.of("imports");
    private static final Symbol FREEFORM = Symbol.of("freeformType");

    /** What a module may say besides; it means nothing here. */
    private static final Set<String> OTHER_PARTS = Set.of("_file", "key", "_class", "meta", "disabledModules");

    private static final List<String> PARTS = List.of("options", "config", "imports", "freeformType");

    /** How deep modules may import each other, and functions give functions. */
    private static final int DEEPEST = 100;

    private final ModuleContext context;
    private final SchemaFindings findings;
    private final SchemaDraft draft;
    private boolean contextual;
    private boolean open;

    private SchemaReader(ModuleContext context, SchemaFindings findings) {
        this.context = context;
        this.findings = findings;
        this.draft = new SchemaDraft(findings);
    }

    /**
     * The schema that a cell holds.
     *
     * @param position where it is written, or 0
     */
    static Schema read(Value cell, int position, ModuleContext context, SchemaFindings findings) {
        var reader = new SchemaReader(context, findings);
        reader.modules(cell, position, 0);
        return new Schema(
                reader.draft.group(),
                reader.draft.freeform(),
                reader.draft.config(),
                reader.open,
                reader.contextual,
                position,
                findings.sorted());
    }

    private void modules(Value cell, int position, int depth) {
        if (depth > DEEPEST) {
            findings.problem("imports modules without end", position);
            return;
        }
        try {
            for (Definition module : Modules.of(cell, position)) {
                for (Definition live : Properties.resolve(List.of(module))) {
                    module(live.value(), live.position(), depth);
                }
            }
        } catch (EvalException | SyntaxException failure) {
            open = true;
            findings.failure(failure, position);
        }
    }

    private void module(Value given, int position, int depth) {
        Value value = given;
        for (int calls = 0; value instanceof FunctionValue function; calls++) {
            String lacking = context.lacking(function);
            if (calls == DEEPEST || lacking != null) {
                open = true;
                findings.uncallable(function, lacking, position);
                return;
            }
            contextual |= asksForContext(function);
            value = context.call(function);
        }
        switch (value) {
            case PathValue path -> modules(Evaluator.current().importPath(path.path()), position, depth + 1);
            case AttrsValue attrs when isModule(attrs) -> parts(attrs, depth);
            case AttrsValue attrs -> declare(attrs, position);
            default -> {
                open = true;
                findings.problem(
                        "must be a set of options or a module, but is "
                                + value.type().description(),
                        position);
            }
        }
    }

    private void declare(AttrsValue options, int position) {
        open |= !draft.declare(options, position);
    }

    /** {@code lib} is the same everywhere. */
    private static boolean asksForContext(FunctionValue function) {
        Formals formals = function.formals();
        return formals == null
                || formals.name() != null
                || formals.formals().stream()
                        .anyMatch(formal -> !formal.name().name().equals("lib"));
    }

    /** A set with {@code options} and the like is a module, unless it declares an option of that name. */
    private static boolean isModule(AttrsValue attrs) {
        Value options = attrs.get(OPTIONS);
        if (options != null) {
            return options.force() instanceof AttrsValue set && !FieldReader.isField(set);
        }
        Value imports = attrs.get(IMPORTS);
        Value freeform = attrs.get(FREEFORM);
        return (imports != null && imports.force() instanceof ListValue)
                || (freeform != null && OptionType.of(freeform.force()) != null);
    }

    private void parts(AttrsValue module, int depth) {
        for (int i = 0; i < module.size(); i++) {
            Symbol name = module.name(i);
            Value part = module.value(i);
            int position = module.position(i);
            if (name == IMPORTS) {
                imports(part, position, depth);
            } else if (name == OPTIONS) {
                set(part, position).forEach(options -> declare(options, position));
            } else if (name == CONFIG) {
                draft.define(part, position);
            } else if (name == FREEFORM) {
                draft.freeform(part, position);
            } else if (!OTHER_PARTS.contains(name.name())) {
                unknownPart(name, position);
            }
        }
    }

    private void unknownPart(Symbol name, int position) {
        String text = Bytes.decode(name.name());
        String nearest = Suggestions.nearest(text, PARTS);
        findings.add(
                Finding.of(
                                FindingId.UNKNOWN_ATTRIBUTE,
                                findings.path() + " is a module and has an attribute \"" + text
                                        + "\", which modules do not have.")
                        .fix(nearest == null ? "move it into options" : "did you mean \"" + nearest + "\"?"),
                position);
    }

    private void imports(Value part, int position, int depth) {
        if (part.force() instanceof ListValue list) {
            for (int i = 0; i < list.size(); i++) {
                modules(list.get(i), list.position(i) == 0 ? position : list.position(i), depth + 1);
            }
        } else {
            findings.problem("has imports that are no list", position);
        }
    }

    /** The sets that a part of a module consists of, the properties resolved. */
    private List<AttrsValue> set(Value part, int position) {
        var sets = new ArrayList<AttrsValue>();
        for (Definition live : Properties.resolve(List.of(new Definition(part, position)))) {
            if (live.value() instanceof AttrsValue set) {
                sets.add(set);
            } else {
                findings.problem(
                        "has a part that must be a set, but is "
                                + live.value().type().description(),
                        position);
            }
        }
        return sets;
    }
}

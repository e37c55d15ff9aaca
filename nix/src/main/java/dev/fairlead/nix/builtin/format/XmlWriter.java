package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.CallDepth;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FloatFormat;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes values as the XML of {@code builtins.toXML} and {@code nix-instantiate --eval --xml}. */
public final class XmlWriter {
    private static final Symbol TYPE = Symbol.of("type");

    private final StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='utf-8'?>\n");
    private final boolean strict;
    private final @Nullable Sources sources;
    private final Set<String> derivations = new HashSet<>();
    private @Nullable StringContext context;
    private int depth;

    private XmlWriter(boolean strict, @Nullable Sources sources) {
        this.strict = strict;
        this.sources = sources;
    }

    /**
     * A value as an XML document, with the contexts of all strings in it.
     *
     * @param strict whether to force everything; else what is not computed is written as {@code <unevaluated />}
     * @param sources those of the evaluation, if it shall say where attributes and functions are written, else null
     * @throws EvalException if the evaluation fails
     */
    public static StringValue write(Value value, boolean strict, @Nullable Sources sources) {
        XmlWriter writer = new XmlWriter(strict, sources);
        writer.element("expr", () -> writer.value(value));
        return new StringValue(writer.out.toString(), writer.context);
    }

    private void value(Value cell) {
        if (!strict && !cell.isForced()) {
            empty("unevaluated");
            return;
        }
        CallDepth.enter();
        try {
            forced(cell.force());
        } finally {
            CallDepth.leave();
        }
    }

    private void forced(Value forced) {
        switch (forced) {
            case IntValue number -> empty("int", "value", Long.toString(number.value()));
            case FloatValue number -> empty("float", "value", FloatFormat.general(number.value()));
            case BoolValue bool -> empty("bool", "value", bool.value() ? "true" : "false");
            case NullValue nothing -> empty("null");
            case StringValue text -> {
                context = StringContext.union(context, text.context());
                empty("string", "value", text.text());
            }
            case PathValue path -> empty("path", "value", path.path());
            case ListValue list ->
                element("list", () -> {
                    for (Value item : list.items()) {
                        value(item);
                    }
                });
            case AttrsValue set -> attrs(set);
            case FunctionValue function -> function(function);
            default -> empty("unevaluated");
        }
    }

    private void attrs(AttrsValue set) {
        if (!isDerivation(set)) {
            element("attrs", () -> attributes(set));
            return;
        }
        String drvPath = text(set, "drvPath");
        String outPath = text(set, "outPath");
        StringBuilder tag = new StringBuilder("derivation");
        appendAttribute(tag, "drvPath", drvPath);
        appendAttribute(tag, "outPath", outPath);
        element(tag.toString(), () -> {
            if (drvPath != null && !drvPath.isEmpty() && derivations.add(drvPath)) {
                attributes(set);
            } else {
                empty("repeated");
            }
        });
    }

    private boolean isDerivation(AttrsValue set) {
        Value type = set.get(TYPE);
        return type != null
                && type.force() instanceof StringValue text
                && text.text().equals("derivation");
    }

    private @Nullable String text(AttrsValue set, String name) {
        Value value = set.get(name);
        if (value == null || (!strict && !value.isForced())) {
            return null;
        }
        return value.force() instanceof StringValue text ? text.text() : null;
    }

    private void attributes(AttrsValue set) {
        for (int i = 0; i < set.size(); i++) {
            Value value = set.value(i);
            Location place = sources == null ? null : sources.locate(set.position(i));
            element(tag("attr", place, set.name(i).name()), () -> value(value));
        }
    }

    private void function(FunctionValue function) {
        if (function.origin() != FunctionValue.Origin.LAMBDA) {
            empty("unevaluated");
            return;
        }
        element(tag("function", sources == null ? null : sources.locate(function.position()), null), () -> {
            Formals formals = function.formals();
            if (formals == null) {
                Symbol parameter = function.parameter();
                empty("varpat", "name", parameter == null ? "" : parameter.name());
                return;
            }
            StringBuilder tag = new StringBuilder("attrspat");
            if (formals.ellipsis()) {
                appendAttribute(tag, "ellipsis", "1");
            }
            Symbol name = formals.name();
            if (name != null) {
                appendAttribute(tag, "name", name.name());
            }
            element(tag.toString(), () -> {
                for (Formals.Formal formal : formals.formals()) {
                    empty("attr", "name", formal.name().name());
                }
            });
        });
    }

    private void element(String tag, Runnable content) {
        indent();
        out.append('<').append(tag).append(">\n");
        depth++;
        content.run();
        depth--;
        indent();
        int nameEnd = tag.indexOf(' ');
        out.append("</").append(nameEnd < 0 ? tag : tag.substring(0, nameEnd)).append(">\n");
    }

    private void empty(String tag) {
        indent();
        out.append('<').append(tag).append(" />\n");
    }

    private void empty(String tag, String name, String value) {
        empty(tag(tag, name, value));
    }

    private void indent() {
        out.repeat("  ", depth);
    }

    /** A tag with a place and a name, attributes in alphabetical order. What is no file has no path. */
    private static String tag(String element, @Nullable Location place, @Nullable String name) {
        StringBuilder tag = new StringBuilder(element);
        if (place != null) {
            appendAttribute(tag, "column", Integer.toString(place.column()));
            appendAttribute(tag, "line", Integer.toString(place.line()));
        }
        appendAttribute(tag, "name", name);
        if (place != null && place.file().startsWith("/")) {
            appendAttribute(tag, "path", place.file());
        }
        return tag.toString();
    }

    private static String tag(String name, String attribute, String value) {
        StringBuilder tag = new StringBuilder(name);
        appendAttribute(tag, attribute, value);
        return tag.toString();
    }

    private static void appendAttribute(StringBuilder tag, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        tag.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> tag.append("&quot;");
                case '<' -> tag.append("&lt;");
                case '>' -> tag.append("&gt;");
                case '&' -> tag.append("&amp;");
                // A line break as it is would be read as a space.
                case '\n' -> tag.append("&#xA;");
                default -> tag.append(c);
            }
        }
        tag.append('"');
    }
}

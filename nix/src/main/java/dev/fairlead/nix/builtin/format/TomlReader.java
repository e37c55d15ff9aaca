package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads TOML 1.0. Dates and times are refused, as Nix does unless an experimental feature is enabled. */
public final class TomlReader {
    private static final int DEEPEST = 1000;

    private final Cursor in;
    private final TomlStrings strings;
    private final TomlTable root = new TomlTable(TomlTable.Origin.HEADER);
    private int depth;

    private TomlReader(String text) {
        this.in = new Cursor(text);
        this.strings = new TomlStrings(in);
    }

    /**
     * The table of a TOML document (a byte string).
     *
     * @throws FormatException if it is not one, or holds what a Nix value cannot
     */
    public static Value read(String text) {
        int malformed = Bytes.firstMalformed(Bytes.toArray(text));
        if (malformed >= 0) {
            throw FormatException.at(text, malformed, "invalid UTF-8");
        }
        return new TomlReader(text).document();
    }

    private Value document() {
        TomlTable current = root;
        while (true) {
            blank();
            if (in.peek() < 0) {
                return root.toValue();
            }
            if (in.peek() == '[') {
                current = header();
            } else {
                keyValue(current);
            }
            space();
            comment();
            if (in.peek() >= 0 && !lineBreak()) {
                throw in.fail("expected the end of the line, but found " + in.found());
            }
        }
    }

    private TomlTable header() {
        in.skip(1);
        boolean array = in.skip("[");
        List<String> key = key();
        if (!in.skip(array ? "]]" : "]")) {
            throw in.fail("expected '" + (array ? "]]" : "]") + "', but found " + in.found());
        }
        TomlTable table = root;
        for (String part : key.subList(0, key.size() - 1)) {
            table = free(table.through(part), key);
        }
        String name = key.getLast();
        return free(array ? table.append(name) : table.header(name), key);
    }

    private void keyValue(TomlTable table) {
        List<String> key = key();
        if (!in.skip("=")) {
            throw in.fail("expected '=', but found " + in.found());
        }
        TomlTable target = table;
        for (String part : key.subList(0, key.size() - 1)) {
            target = free(target.dotted(part), key);
        }
        space();
        boolean free;
        if (in.peek() == '{') {
            free = target.put(key.getLast(), inlineTable());
        } else {
            free = target.put(key.getLast(), value());
        }
        if (!free) {
            throw taken(key);
        }
    }

    private List<String> key() {
        List<String> parts = new ArrayList<>();
        do {
            space();
            parts.add(withoutNul(simpleKey()));
            space();
        } while (in.skip("."));
        return parts;
    }

    private String simpleKey() {
        if (in.peek() == '"' || in.peek() == '\'') {
            return strings.singleLine();
        }
        int start = in.offset();
        while (isBare(in.peek())) {
            in.skip(1);
        }
        if (in.offset() == start) {
            throw in.fail("expected a key, but found " + in.found());
        }
        return in.since(start);
    }

    private Value value() {
        int next = in.peek();
        if (next == '"' || next == '\'') {
            return new StringValue(withoutNul(strings.any()));
        }
        if (next == '[') {
            return array();
        }
        if (next == '{') {
            return inlineTable().toValue();
        }
        if (in.skip("true")) {
            return BoolValue.TRUE;
        }
        if (in.skip("false")) {
            return BoolValue.FALSE;
        }
        return TomlNumbers.read(in);
    }

    private Value array() {
        enter();
        in.skip(1);
        List<Value> items = new ArrayList<>();
        blank();
        while (!in.skip("]")) {
            items.add(value());
            blank();
            if (!in.skip(",") && in.peek() != ']') {
                throw in.fail("expected ',' or ']', but found " + in.found());
            }
            blank();
        }
        depth--;
        return items.isEmpty() ? ListValue.EMPTY : new ListValue(items.toArray(Value[]::new));
    }

    private TomlTable inlineTable() {
        enter();
        in.skip(1);
        TomlTable table = new TomlTable(TomlTable.Origin.INLINE);
        space();
        if (!in.skip("}")) {
            do {
                keyValue(table);
                space();
            } while (in.skip(","));
            if (!in.skip("}")) {
                throw in.fail("expected ',' or '}', but found " + in.found());
            }
        }
        depth--;
        return table;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw in.fail("values are nested too deeply");
        }
    }

    private TomlTable free(@Nullable TomlTable table, List<String> key) {
        if (table == null) {
            throw taken(key);
        }
        return table;
    }

    private FormatException taken(List<String> key) {
        return in.fail("key '" + String.join(".", key) + "' is defined already");
    }

    /** Skips spaces, line breaks and comments. */
    private void blank() {
        do {
            space();
            comment();
        } while (lineBreak());
    }

    private void space() {
        while (in.peek() == ' ' || in.peek() == '\t') {
            in.skip(1);
        }
    }

    private boolean lineBreak() {
        return in.skip("\n") || in.skip("\r\n");
    }

    private void comment() {
        if (in.peek() == '#') {
            while (in.peek() == '\t' || (in.peek() >= 0x20 && in.peek() != 0x7F)) {
                in.skip(1);
            }
        }
    }

    private static boolean isBare(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_' || b == '-';
    }

    /** The message has a second "error:" in it, since Nix puts the text of one error into another. */
    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new FormatException("error: " + JsonReader.nul(text));
        }
        return text;
    }
}

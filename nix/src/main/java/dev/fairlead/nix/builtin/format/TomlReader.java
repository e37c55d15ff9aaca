package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads TOML 1.0 as Nix does, by the same steps as its library (toml11), since the step that fails decides what is said.
 */
public final class TomlReader {
    private static final int DEEPEST = 1000;
    private static final Symbol TYPE = Symbol.of("_type");
    private static final Symbol VALUE = Symbol.of("value");

    private final Cursor in;
    private final boolean timestamps;
    private final TomlStrings strings;
    private final TomlTable root = new TomlTable(TomlTable.Origin.HEADER);
    private int depth;

    /** Why a Nix value cannot hold what the document says; told if it is a document at all. */
    private @Nullable FormatException refusal;

    private TomlReader(String text, boolean timestamps) {
        this.in = new Cursor(text);
        this.timestamps = timestamps;
        this.strings = new TomlStrings(in);
    }

    /**
     * The table of a TOML document (a byte string).
     *
     * @param timestamps whether dates and times are read, as sets of their type and their text
     * @throws FormatException if it is not one, or holds what a Nix value cannot
     */
    public static Value read(String text, boolean timestamps) {
        return new TomlReader(text, timestamps).document();
    }

    private Value document() {
        in.skip("\u00EF\u00BB\u00BF");
        int start = in.offset();
        while (comment()) {
            // Those at the top are read for themselves
        }
        in.back(start);
        TomlTable current = root;
        boolean lineEnded = true;
        while (true) {
            lineEnded |= blank();
            if (in.peek() < 0) {
                break;
            }
            if (in.peek() == '[') {
                current = header();
                lineEnded = true;
            } else if (lineEnded) {
                lineEnded = member(current);
            } else {
                throw in.fail("toml::parse_table: newline (LF / CRLF) or EOF is expected");
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        return root.toValue();
    }

    private TomlTable header() {
        int start = in.offset();
        in.skip(1);
        boolean array = in.skip("[");
        TomlTable.Key key = headerKey(array, start);
        if (!comment()) {
            space();
            if (in.peek() >= 0 && !lineBreak()) {
                throw in.fail("toml::parse_file: newline (or EOF) expected");
            }
        }
        TomlTable table = root;
        for (String name : key.way()) {
            table = table.through(name, key);
        }
        return array ? table.append(key.last(), key) : table.header(key.last(), key);
    }

    private TomlTable.Key headerKey(boolean array, int start) {
        try {
            space();
            TomlTable.Key key = key();
            space();
            if (in.skip(array ? "]]" : "]")) {
                return key;
            }
        } catch (FormatException malformed) {
            // The library looks for a whole header, and has no eye for what is wrong inside
        }
        throw in.fail("toml::parse_file: invalid " + (array ? "array-table" : "table") + " key", start);
    }

    /** Reads a line that gives a key a value; true if it has ended with a comment. */
    private boolean member(TomlTable table) {
        TomlTable.Key key = key();
        equals();
        Object value = tableOrValue();
        boolean lineEnded = comment();
        insert(table, key, value);
        return lineEnded;
    }

    private static void insert(TomlTable table, TomlTable.Key key, Object value) {
        TomlTable target = table;
        for (String name : key.way()) {
            target = target.dotted(name, key);
        }
        target.put(key.last(), value, key);
    }

    private void equals() {
        space();
        if (!in.skip("=")) {
            throw in.fail("toml::parse_key_value_pair: invalid key value separator `=`");
        }
        space();
    }

    private TomlTable.Key key() {
        int start = in.offset();
        List<String> names = new ArrayList<>();
        int end;
        do {
            space();
            names.add(withoutNul(simpleKey()));
            end = in.offset();
            space();
        } while (in.skip("."));
        in.back(end);
        return new TomlTable.Key(names, in, start);
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
            throw in.fail(
                    "toml::parse_simple_key: invalid key: key must be \"quoted\", 'quoted-literal', or bare key.");
        }
        return in.since(start);
    }

    /** An inline table as what it is, since nothing may be added to it later; else a value. */
    private Object tableOrValue() {
        return in.peek() == '{' ? inlineTable() : value();
    }

    private Value value() {
        return switch (in.peek()) {
            case '"', '\'' -> new StringValue(withoutNul(strings.any()));
            case '[' -> array();
            case '{' -> inlineTable().toValue();
            case 't', 'f' -> bool();
            case 'T' -> throw notLowercase("true");
            case 'F' -> throw notLowercase("false");
            case 'I' -> throw notLowercase("inf");
            case 'N' -> throw notLowercase("nan");
            case 'i' -> special("inf");
            case 'n' -> special("nan");
            default -> number();
        };
    }

    private Value bool() {
        if (in.skip("true")) {
            return BoolValue.TRUE;
        }
        if (in.skip("false")) {
            return BoolValue.FALSE;
        }
        throw in.fail("toml::parse_boolean: invalid boolean: boolean must be `true` or `false`, in lowercase."
                + " string must be surrounded by `\"`");
    }

    private Value special(String word) {
        if (in.peek(1) != word.charAt(1) || in.peek(2) != word.charAt(2)) {
            throw notLowercase(word);
        }
        return TomlNumbers.read(in);
    }

    private FormatException notLowercase(String word) {
        return in.fail(
                "toml::parse_value: `" + word + "` must be in lowercase. A string must be surrounded by quotes.");
    }

    private Value number() {
        String time = TomlTimes.read(in);
        if (time == null) {
            return TomlNumbers.read(in);
        }
        if (!timestamps) {
            refuse("Dates and times are not supported");
        }
        return new AttrsBuilder(2)
                .add(TYPE, new StringValue("timestamp"))
                .add(VALUE, new StringValue(time))
                .build();
    }

    private Value array() {
        enter();
        in.skip(1);
        List<Value> items = new ArrayList<>();
        blank();
        boolean separated = true;
        while (in.peek() >= 0 && in.peek() != ']') {
            if (!separated) {
                throw in.fail("toml::parse_array: expected value-separator `,` or closing `]`");
            }
            items.add(value());
            blank();
            separated = in.skip(",");
            comment();
            if (separated) {
                blank();
            }
        }
        if (!in.skip("]")) {
            throw in.fail("toml::parse_array: missing closing bracket `]`");
        }
        depth--;
        return items.isEmpty() ? ListValue.EMPTY : new ListValue(items.toArray(Value[]::new));
    }

    private TomlTable inlineTable() {
        enter();
        in.skip(1);
        space();
        TomlTable table = new TomlTable(TomlTable.Origin.INLINE);
        boolean separated = true;
        boolean empty = true;
        while (in.peek() != '}') {
            if (!separated) {
                throw in.fail("toml::parse_inline_table: expected value-separator `,` or closing `}`");
            }
            TomlTable.Key key = key();
            equals();
            insert(table, key, tableOrValue());
            space();
            separated = in.skip(",");
            space();
            empty = false;
        }
        if (separated && !empty) {
            throw in.fail("toml::parse_inline_table: trailing comma is not allowed in TOML-v1.0.0)");
        }
        in.skip(1);
        depth--;
        return table;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw in.fail("values are nested too deeply");
        }
    }

    /** Skips spaces, line breaks, and comments that end with their line; true if it came to another line. */
    private boolean blank() {
        boolean ended = false;
        while (true) {
            space();
            int start = in.offset();
            commentText();
            if (!lineBreak()) {
                boolean atEnd = in.peek() < 0;
                if (!atEnd) {
                    in.back(start);
                }
                return ended || atEnd;
            }
            ended = true;
        }
    }

    /** Skips a comment, and spaces before it, if there is one; it must end with its line. */
    private boolean comment() {
        int start = in.offset();
        space();
        if (in.peek() != '#') {
            in.back(start);
            return false;
        }
        commentText();
        if (in.peek() >= 0 && !lineBreak()) {
            throw in.fail("toml::parse_comment_line: newline (LF / CRLF) or EOF is expected");
        }
        return true;
    }

    private void commentText() {
        if (in.peek() != '#') {
            return;
        }
        int size = 1;
        while (size > 0) {
            in.skip(size);
            int next = in.peek();
            size = next >= 0x80 ? in.encoded() : next == '\t' || (next >= 0x20 && next != 0x7F) ? 1 : 0;
        }
    }

    private void space() {
        while (in.peek() == ' ' || in.peek() == '\t') {
            in.skip(1);
        }
    }

    private boolean lineBreak() {
        return in.skip("\n") || in.skip("\r\n");
    }

    private static boolean isBare(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_' || b == '-';
    }

    /** The message has a second "error:" in it, since Nix puts the text of one error into another. */
    private String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            refuse("error: " + JsonReader.nul(text));
        }
        return text;
    }

    private void refuse(String reason) {
        if (refusal == null) {
            refusal = new FormatException(reason);
        }
    }
}

package dev.fairlead.nix.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A file of expressions, each followed by a line with what it gives:
 *
 * <pre>
 * # a comment
 * builtins.head [ 1 2 ]
 * = 1
 * builtins.head [ ]
 * ! 'builtins.head' called on an empty list
 * builtins.ceil 9007199254740993
 * ~ 9007199254740993
 * </pre>
 *
 * {@code =} is a value printed strictly, {@code ~} a value that Nix 2.8 does not give, {@code !} an error message and
 * {@code ?} an error where Nix 2.8 gives a value.
 */
public final class ExpressionTable {
    /** What is expected, with the line number of the expression. */
    public record Row(int line, String expression, char kind, String expected) {
        public boolean isError() {
            return kind == '!' || kind == '?';
        }

        public boolean isOfOldNix() {
            return kind == '=' || kind == '!';
        }

        @Override
        public String toString() {
            return "line " + line + ": " + expression.replace('\n', ' ') + " " + kind + " " + expected;
        }
    }

    private ExpressionTable() {}

    static List<Row> read(String name) {
        return readResource("/builtins/" + name + ".table");
    }

    public static List<Row> readResource(String name) {
        try (InputStream in = ExpressionTable.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return parse(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> parse(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || (line.isBlank() && expression.isEmpty())) {
                continue;
            }
            if (line.matches("[=~!?] .*")) {
                rows.add(new Row(start, expression.toString(), line.charAt(0), line.substring(2)));
                expression.setLength(0);
                continue;
            }
            if (expression.isEmpty()) {
                start = i + 1;
            } else {
                expression.append('\n');
            }
            expression.append(line);
        }
        if (!expression.isEmpty()) {
            throw new IllegalArgumentException("line " + start + " has no result");
        }
        return rows;
    }
}

package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code lib.strings}, as far as it is written in Java. Lengths are in bytes, letters are those of ASCII. */
final class StringFunctions {
    private StringFunctions() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("concatStrings", list -> join(StringValue.EMPTY, null, list, "strings.concatStrings")));
        registry.add(Builtin.of(
                "concatMapStrings",
                (function, list) -> join(StringValue.EMPTY, function, list, "strings.concatMapStrings")));
        registry.add(Builtin.of(
                "concatMapStringsSep",
                (separator, function, list) -> join(
                        Given.string(separator, "strings.concatMapStringsSep"),
                        function,
                        list,
                        "strings.concatMapStringsSep")));
        registry.add(Builtin.of(
                "optionalString",
                (condition, text) -> Given.bool(condition, "strings.optionalString") ? text : StringValue.EMPTY));
        registry.add(Builtin.of("hasPrefix", StringFunctions::hasPrefix));
        registry.add(Builtin.of("hasSuffix", StringFunctions::hasSuffix));
        registry.add(Builtin.of("hasInfix", StringFunctions::hasInfix));
        registry.add(Builtin.of("removePrefix", StringFunctions::removePrefix));
        registry.add(Builtin.of("removeSuffix", StringFunctions::removeSuffix));
        registry.add(Builtin.of("splitString", StringFunctions::splitString));
        registry.add(Builtin.of("stringToCharacters", StringFunctions::characters));
        registry.add(Builtin.of("toLower", text -> map(text, StringFunctions::lower, "strings.toLower")));
        registry.add(Builtin.of("toUpper", text -> map(text, StringFunctions::upper, "strings.toUpper")));
        registry.add(Builtin.of("escape", StringFunctions::escape));
        registry.add(Builtin.of("escapeShellArg", StringFunctions::escapeShellArg));
        registry.add(Builtin.of("escapeNixIdentifier", StringFunctions::escapeNixIdentifier));
        registry.add(Builtin.of("isStringLike", value -> BoolValue.of(isStringLike(value.force()))));
        registry.add(Builtin.of("levenshtein", StringFunctions::levenshtein));
    }

    private static Value join(StringValue separator, @Nullable Value function, Value list, String name) {
        ListValue items = Given.list(list, name);
        StringBuilder joined = new StringBuilder();
        StringContext context = separator.context();
        for (int i = 0; i < items.size(); i++) {
            Value item = items.get(i);
            StringValue text = Given.text(function == null ? item : Functions.call(function, item), name);
            joined.append(i == 0 ? "" : separator.text()).append(text.text());
            context = StringContext.union(context, text.context());
        }
        return new StringValue(joined.toString(), context);
    }

    private static Value hasPrefix(Value prefix, Value text) {
        warnOfPath(prefix, "hasPrefix", "since this function always returns `false` in such a case");
        String start = Given.text(prefix, "strings.hasPrefix").text();
        return BoolValue.of(Given.text(text, "strings.hasPrefix").text().startsWith(start)
                && !(prefix.force() instanceof PathValue));
    }

    private static Value hasSuffix(Value suffix, Value text) {
        warnOfPath(suffix, "hasSuffix", "since this function always returns `false` in such a case");
        String end = Given.text(suffix, "strings.hasSuffix").text();
        return BoolValue.of(
                Given.text(text, "strings.hasSuffix").text().endsWith(end) && !(suffix.force() instanceof PathValue));
    }

    private static Value hasInfix(Value infix, Value text) {
        warnOfPath(infix, "hasInfix", "since this function always returns `false` in such a case");
        String part = Given.text(infix, "strings.hasInfix").text();
        return BoolValue.of(Given.text(text, "strings.hasInfix").text().contains(part));
    }

    private static Value removePrefix(Value prefix, Value text) {
        warnOfPath(prefix, "removePrefix", "since this function never removes any prefix in such a case");
        StringValue whole = Given.text(text, "strings.removePrefix");
        String start = Given.text(prefix, "strings.removePrefix").text();
        return whole.text().startsWith(start) && !(prefix.force() instanceof PathValue)
                ? new StringValue(whole.text().substring(start.length()), whole.context())
                : text;
    }

    private static Value removeSuffix(Value suffix, Value text) {
        warnOfPath(suffix, "removeSuffix", "since this function never removes any suffix in such a case");
        StringValue whole = Given.text(text, "strings.removeSuffix");
        String end = Given.text(suffix, "strings.removeSuffix").text();
        return whole.text().endsWith(end) && !(suffix.force() instanceof PathValue)
                ? new StringValue(whole.text().substring(0, whole.text().length() - end.length()), whole.context())
                : text;
    }

    private static void warnOfPath(Value argument, String function, String why) {
        if (argument.force() instanceof PathValue path) {
            Evaluator.current()
                    .trace("evaluation warning: lib.strings." + function + ": The first argument (" + path.path()
                            + ") is a path value, but only strings are supported.\n"
                            + "    There is almost certainly a bug in the calling code, " + why + ".\n"
                            + "    This function also copies the path to the Nix store, which may not be what you want.\n"
                            + "    This behavior is deprecated and will throw an error in the future."
                            + (function.equals("hasPrefix")
                                    ? "\n    You might want to use `lib.path.hasPrefix` instead, which correctly supports"
                                            + " paths."
                                    : ""));
        }
    }

    private static Value splitString(Value separator, Value text) {
        String between = Coercion.toText(separator, Coercion.Mode.TO_STRING).text();
        StringValue whole = Coercion.toText(text, Coercion.Mode.TO_STRING);
        // The parts depend on what the text depends on in a string, where what is no text cannot be.
        StringContext context = text.force() instanceof StringValue
                ? whole.context()
                : Coercion.toText(text, Coercion.Mode.INTERPOLATION).context();
        String all = whole.text();
        List<Value> parts = new ArrayList<>();
        int from = 0;
        if (between.isEmpty()) {
            // The empty string is found before the first byte, between any two and after the last.
            parts.add(new StringValue("", context));
            for (int i = 0; i < all.length(); i++) {
                parts.add(new StringValue(all.substring(i, i + 1), context));
            }
            parts.add(new StringValue("", context));
            return Given.listOf(parts);
        }
        for (int at = all.indexOf(between); at >= 0; at = all.indexOf(between, from)) {
            parts.add(new StringValue(all.substring(from, at), context));
            from = at + between.length();
        }
        parts.add(new StringValue(all.substring(from), context));
        return Given.listOf(parts);
    }

    private static Value characters(Value text) {
        StringValue whole = Given.text(text, "strings.stringToCharacters");
        Value[] characters = new Value[whole.text().length()];
        Arrays.setAll(characters, i -> new StringValue(whole.text().substring(i, i + 1), whole.context()));
        return new ListValue(characters);
    }

    private static Value map(Value text, UnaryOperator<String> change, String name) {
        StringValue whole = Given.string(text, name);
        return new StringValue(change.apply(whole.text()), whole.context());
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    private static String upper(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                upper.setCharAt(i, (char) (c - ('a' - 'A')));
            }
        }
        return upper.toString();
    }

    /** A backslash before each of the given strings, at each offset the first of them that fits. */
    private static Value escape(Value special, Value text) {
        StringValue whole = Given.string(text, "strings.escape");
        List<String> found = new ArrayList<>();
        StringContext context = whole.context();
        for (Value item : Given.list(special, "strings.escape").items()) {
            found.add(Given.string(item, "strings.escape").text());
        }
        String all = whole.text();
        StringBuilder escaped = new StringBuilder(all.length() + 8);
        for (int at = 0; at < all.length(); ) {
            int length = fitting(found, all, at);
            if (length > 0) {
                escaped.append('\\');
            }
            int next = at + Math.max(1, length);
            escaped.append(all, at, next);
            at = next;
        }
        return new StringValue(escaped.toString(), context);
    }

    private static int fitting(List<String> patterns, String text, int at) {
        for (String pattern : patterns) {
            if (text.startsWith(pattern, at)) {
                return pattern.length();
            }
        }
        return 0;
    }

    private static Value escapeShellArg(Value value) {
        StringValue text = Coercion.toText(value, Coercion.Mode.TO_STRING);
        String all = text.text();
        boolean plain = !all.isEmpty() && all.chars().allMatch(StringFunctions::isPlainInShell);
        return plain ? text : new StringValue("'" + all.replace("'", "'\\''") + "'", text.context());
    }

    private static boolean isPlainInShell(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ",._+:@%/-".indexOf(c) >= 0;
    }

    private static Value escapeNixIdentifier(Value value) {
        StringValue text = Given.string(value, "strings.escapeNixIdentifier");
        return new StringValue(identifier(text.text()), text.context());
    }

    /** A name as it is written in a program: in quotes if it must be. */
    static String identifier(String name) {
        if (Literals.isIdentifier(name) && !name.equals("or")) {
            return name;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '"', '\\', '$' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isStringLike(Value value) {
        return value instanceof StringValue
                || value instanceof PathValue
                || (value instanceof AttrsValue set && Coercion.hasText(set));
    }

    private static Value levenshtein(Value first, Value second) {
        return IntValue.of(distance(
                Given.text(first, "strings.levenshtein").text(),
                Given.text(second, "strings.levenshtein").text()));
    }

    /** How many bytes must be added, removed or replaced to turn one string into the other; O(length²). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

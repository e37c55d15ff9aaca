package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** Functions of strings. Offsets and lengths are in bytes. */
final class Strings {
    /** The strings of one byte, by that byte. */
    private static final @Nullable StringValue[] SINGLE = new StringValue[256];

    private Strings() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("concatStringsSep", Strings::concatStringsSep));
        registry.add(Builtin.of("replaceStrings", Strings::replaceStrings));
        registry.add(Builtin.of("stringLength", Strings::stringLength));
        registry.add(Builtin.of("substring", Strings::substring));
        registry.add(Builtin.of("toString", Strings::asString));
    }

    private static Value asString(Value value) {
        return Coercion.toText(
                value, Coercion.Mode.TO_STRING, "while evaluating the first argument passed to builtins.toString");
    }

    private static Value stringLength(Value value) {
        return IntValue.of(Coercion.toText(
                        value,
                        Coercion.Mode.INTERPOLATION,
                        "while evaluating the argument passed to builtins.stringLength")
                .text()
                .length());
    }

    private static Value substring(Value start, Value length, Value string) {
        long first = Expect.integer(
                start, "while evaluating the first argument (the start offset) passed to builtins.substring");
        if (first < 0) {
            throw new EvalException(EvalException.Kind.OTHER, "negative start position in 'substring'");
        }
        long count = Expect.integer(
                length, "while evaluating the second argument (the substring length) passed to builtins.substring");
        StringValue whole = Coercion.toText(
                string,
                Coercion.Mode.INTERPOLATION,
                "while evaluating the third argument (the string) passed to builtins.substring");
        String text = whole.text();
        int from = (int) Math.min(first, text.length());
        // A negative length means all the rest.
        int to = count < 0 || count > text.length() - from ? text.length() : from + (int) count;
        return to - from == 1 && whole.context() == null
                ? single(text.charAt(from))
                : new StringValue(text.substring(from, to), whole.context());
    }

    /** The string of one byte, which exists once: programs that take strings apart make them by the thousand. */
    private static StringValue single(char b) {
        StringValue known = SINGLE[b];
        if (known == null) {
            known = new StringValue(String.valueOf(b));
            SINGLE[b] = known;
        }
        return known;
    }

    private static Value concatStringsSep(Value separator, Value list) {
        StringValue between = Expect.string(
                separator,
                "while evaluating the first argument (the separator string) passed to builtins.concatStringsSep");
        ListValue items = Expect.list(
                list,
                "while evaluating the second argument (the list of strings to concat) passed to"
                        + " builtins.concatStringsSep");
        String[] texts = new String[items.size()];
        StringContext context = between.context();
        for (int i = 0; i < texts.length; i++) {
            StringValue item = Coercion.toText(
                    items.get(i),
                    Coercion.Mode.INTERPOLATION,
                    "while evaluating one element of the list of strings to concat passed to"
                            + " builtins.concatStringsSep");
            texts[i] = item.text();
            context = StringContext.union(context, item.context());
        }
        return new StringValue(String.join(between.text(), texts), context);
    }

    private static Value replaceStrings(Value from, Value to, Value string) {
        ListValue patterns = Expect.list(from, "while evaluating the first argument passed to builtins.replaceStrings");
        ListValue replacements =
                Expect.list(to, "while evaluating the second argument passed to builtins.replaceStrings");
        if (patterns.size() != replacements.size()) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "'from' and 'to' arguments passed to builtins.replaceStrings have different lengths");
        }
        String[] searched = new String[patterns.size()];
        for (int i = 0; i < searched.length; i++) {
            searched[i] = Expect.string(
                            patterns.get(i),
                            "while evaluating one of the strings to replace passed to builtins.replaceStrings")
                    .text();
        }
        StringValue original =
                Expect.string(string, "while evaluating the third argument passed to builtins.replaceStrings");
        return new Replacement(searched, replacements, original).run();
    }

    /** One run of {@code replaceStrings}: at each offset the first pattern that fits is replaced. */
    private static final class Replacement {
        private final String[] patterns;
        private final ListValue replacements;
        private final @Nullable StringValue[] forced;
        private final String text;
        private final StringBuilder result;
        private @Nullable StringContext context;

        Replacement(String[] patterns, ListValue replacements, StringValue original) {
            this.patterns = patterns;
            this.replacements = replacements;
            this.forced = new StringValue[patterns.length];
            this.text = original.text();
            this.result = new StringBuilder(text.length() + text.length() / 16);
            this.context = original.context();
        }

        StringValue run() {
            int copied = 0;
            // One step behind the last byte too, where the empty pattern fits.
            for (int at = 0; at <= text.length(); ) {
                int fitting = fittingAt(at);
                if (fitting < 0) {
                    at++;
                    continue;
                }
                result.append(text, copied, at).append(replacement(fitting));
                copied = at;
                if (patterns[fitting].isEmpty()) {
                    at++;
                } else {
                    at += patterns[fitting].length();
                    copied = at;
                }
            }
            if (copied < text.length()) {
                result.append(text, copied, text.length());
            }
            return new StringValue(result.toString(), context);
        }

        private int fittingAt(int at) {
            for (int i = 0; i < patterns.length; i++) {
                if (text.startsWith(patterns[i], at)) {
                    return i;
                }
            }
            return -1;
        }

        /** Replacements are forced when they are first needed. */
        private String replacement(int index) {
            StringValue known = forced[index];
            if (known == null) {
                known = Expect.string(
                        replacements.get(index),
                        "while evaluating one of the replacement strings passed to builtins.replaceStrings");
                forced[index] = known;
                context = StringContext.union(context, known.context());
            }
            return known.text();
        }
    }
}

package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a test, in the notation of JavaScript, as nix-unit takes it. Patterns that go back and forth
 * without end are given up.
 */
final class MessagePattern {
    /** How many characters may be looked at, counting each time: far more than any pattern needs that people write. */
    private static final int MOST_STEPS = 10_000_000;

    private final String source;
    private final Pattern pattern;

    private MessagePattern(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /** @throws EvalException if the text is no regular expression */
    static MessagePattern of(String source) {
        try {
            return new MessagePattern(source, Pattern.compile(inJava(source)));
        } catch (PatternSyntaxException malformed) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    Bytes.encode("expectedError.msg '" + source + "' is not a regular expression: "
                            + malformed.getDescription()));
        }
    }

    /** @throws EvalException if that takes too long to find out */
    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new Limited(text)).find();
        } catch (TooLongException | StackOverflowError tooLong) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    Bytes.encode("matching expectedError.msg '" + source + "' takes too long"));
        }
    }

    @Override
    public String toString() {
        return source;
    }

    /** The same pattern for Java, where {@code [}, {@code &&} and {@code #} in brackets mean more than themselves. */
    private static String inJava(String source) {
        StringBuilder java = new StringBuilder(source.length() + 8);
        boolean bracket = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                java.append(c).append(source.charAt(++i));
            } else if (!bracket) {
                bracket = c == '[';
                java.append(c);
            } else if (source.startsWith("[:", i) && source.indexOf(":]", i) > 0) {
                int end = source.indexOf(":]", i);
                java.append("\\p{")
                        .append(className(source.substring(i + 2, end)))
                        .append('}');
                i = end + 1;
            } else {
                bracket = c != ']';
                java.append(c == '[' || c == '&' ? "\\" : "").append(c);
            }
        }
        return java.toString();
    }

    /** The name that Java has for a class of POSIX: {@code Alpha} for {@code alpha}. */
    private static String className(String name) {
        if (name.equals("xdigit")) {
            return "XDigit";
        }
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A text that counts how often it is looked at. */
    private static final class Limited implements CharSequence {
        private final String text;
        private int steps;

        Limited(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooLongException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super(null, null, false, false);
        }
    }
}

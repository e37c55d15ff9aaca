package dev.fairlead.nix.builtin.regex;

import java.util.List;

/** Reads a bracket expression such as {@code [^a-z[:digit:]_]}. A backslash means itself in it. */
final class BracketParser {
    /** The names of the ASCII characters in {@code [[.name.]]}, in order. */
    private static final List<String> COLLATING = List.of(
            ("NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed carriage-return SO SI DLE"
                            + " DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1 space exclamation-mark"
                            + " quotation-mark number-sign dollar-sign percent-sign ampersand apostrophe"
                            + " left-parenthesis right-parenthesis asterisk plus-sign comma hyphen period slash zero"
                            + " one two three four five six seven eight nine colon semicolon less-than-sign"
                            + " equals-sign greater-than-sign question-mark commercial-at A B C D E F G H I J K L M N"
                            + " O P Q R S T U V W X Y Z left-square-bracket backslash right-square-bracket circumflex"
                            + " underscore grave-accent a b c d e f g h i j k l m n o p q r s t u v w x y z"
                            + " left-curly-bracket vertical-line right-curly-bracket tilde DEL")
                    .split(" "));

    private static final int NOTHING = -1;

    private final String pattern;
    private final ByteSet set = new ByteSet();
    private int at;
    /** The byte that was read last and may start a range, or nothing. */
    private int last = NOTHING;

    /** @param start the index after the opening bracket */
    BracketParser(String pattern, int start) {
        this.pattern = pattern;
        this.at = start;
    }

    /** The index after the closing bracket; known after {@link #parse}. */
    int end() {
        return at;
    }

    ByteSet parse() {
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        // First in the brackets, ']' and '-' stand for themselves.
        if (current() == ']' || current() == '-') {
            push(pattern.charAt(at++));
        }
        while (current() != ']') {
            term();
        }
        at++;
        flush();
        if (negated) {
            set.complement();
        }
        return set;
    }

    private void term() {
        char c = current();
        at++;
        if (c == '[' && isNamed()) {
            named(pattern.charAt(at++));
        } else if (c == '-') {
            dash();
        } else {
            push(c);
        }
    }

    private boolean isNamed() {
        char c = current();
        return c == '.' || c == ':' || c == '=';
    }

    private void dash() {
        if (current() == ']') {
            push('-');
            return;
        }
        if (last == NOTHING
                || pattern.startsWith("[.", at)
                || pattern.startsWith("[:", at)
                || pattern.startsWith("[=", at)) {
            throw InvalidRegexException.syntax("'-' is not part of a range");
        }
        if (!set.addRange(last, pattern.charAt(at++))) {
            throw InvalidRegexException.syntax("a range ends before it starts");
        }
        last = NOTHING;
    }

    private void named(char kind) {
        int end = pattern.indexOf(kind, at);
        if (end < 0 || end + 1 >= pattern.length() || pattern.charAt(end + 1) != ']') {
            throw InvalidRegexException.syntax("'[" + kind + "' without '" + kind + "]'");
        }
        String name = pattern.substring(at, end);
        at = end + 2;
        if (kind == ':') {
            push(NOTHING);
            if (!set.addClass(name)) {
                throw InvalidRegexException.syntax("no character class is called '" + name + "'");
            }
            return;
        }
        int member = COLLATING.indexOf(name);
        if (member < 0) {
            throw InvalidRegexException.syntax("no character is called '" + name + "'");
        }
        if (kind == '.') {
            push(member);
        } else {
            push(NOTHING);
            set.addEquivalents(member);
        }
    }

    private void push(int member) {
        flush();
        last = member;
    }

    private void flush() {
        if (last != NOTHING) {
            set.add(last);
        }
    }

    private char current() {
        if (at >= pattern.length()) {
            throw InvalidRegexException.syntax("'[' without ']'");
        }
        return pattern.charAt(at);
    }
}

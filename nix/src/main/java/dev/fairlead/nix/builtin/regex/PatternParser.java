package dev.fairlead.nix.builtin.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads a pattern: POSIX extended regular expressions, as strict as libstdc++ is about what POSIX leaves undefined. */
final class PatternParser {
    private static final String SPECIAL = ".[\\()*+?{|^$";
    private static final int DEEPEST = 1000;

    private final String pattern;
    private int at;
    private int groups;
    private int depth;

    PatternParser(String pattern) {
        this.pattern = pattern;
    }

    /**
     * The tree of the whole pattern.
     *
     * @throws InvalidRegexException if the pattern is malformed or nested too deeply
     */
    Node parse() {
        Node tree = alternatives();
        if (at < pattern.length()) {
            throw InvalidRegexException.syntax("unexpected '" + pattern.charAt(at) + "'");
        }
        return tree;
    }

    /** How many groups the pattern has; known after {@link #parse}. */
    int groups() {
        return groups;
    }

    private Node alternatives() {
        Node left = sequence();
        while (skip('|')) {
            left = Node.Either.of(left, sequence());
        }
        return left;
    }

    private Node sequence() {
        List<Node> items = new ArrayList<>();
        while (at < pattern.length() && "|)*+?{".indexOf(pattern.charAt(at)) < 0) {
            // Anchors cannot be repeated: a '*' after '^' ends the sequence and then is an error.
            if (skip('^')) {
                items.add(new Node.LineStart());
            } else if (skip('$')) {
                items.add(new Node.LineEnd());
            } else {
                items.add(repeated(atom()));
            }
        }
        return items.size() == 1 ? items.getFirst() : Node.Sequence.of(items);
    }

    private Node atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '.' -> new Node.OneOf(ByteSet.any());
            case '(' -> group();
            case '[' -> {
                BracketParser bracket = new BracketParser(pattern, at);
                ByteSet set = bracket.parse();
                at = bracket.end();
                yield new Node.OneOf(set);
            }
            case '\\' -> {
                if (at == pattern.length() || SPECIAL.indexOf(pattern.charAt(at)) < 0) {
                    throw InvalidRegexException.syntax("'\\' before an ordinary character");
                }
                yield new Node.OneOf(ByteSet.of(pattern.charAt(at++)));
            }
            default -> new Node.OneOf(ByteSet.of(c));
        };
    }

    private Node group() {
        if (++depth > DEEPEST) {
            throw InvalidRegexException.tooLarge("groups are nested too deeply");
        }
        int number = ++groups;
        Node body = alternatives();
        if (!skip(')')) {
            throw InvalidRegexException.syntax("'(' without ')'");
        }
        depth--;
        return new Node.Group(number, body, body.nullable());
    }

    private Node repeated(Node atom) {
        Node result = atom;
        for (int count = 0; ; count++) {
            if (skip('*')) {
                result = Node.Repeat.of(result, 0, -1);
            } else if (skip('+')) {
                // A loop that is entered at its end: not the same as {1,}, which repeats a copy.
                result = new Node.Repeat(result, 1, Program.SAME_BODY, result.nullable());
            } else if (skip('?')) {
                result = Node.Repeat.of(result, 0, 1);
            } else if (skip('{')) {
                result = interval(result);
            } else {
                return result;
            }
            if (count > DEEPEST) {
                throw InvalidRegexException.tooLarge("repetitions are nested too deeply");
            }
        }
    }

    private Node interval(Node body) {
        int min = number();
        int max = min;
        if (skip(',')) {
            max = at < pattern.length() && isDigit(pattern.charAt(at)) ? number() : -1;
        }
        if (!skip('}') || (max >= 0 && max < min)) {
            throw InvalidRegexException.syntax("malformed interval");
        }
        return Node.Repeat.of(body, min, max);
    }

    private int number() {
        int start = at;
        long value = 0;
        for (; at < pattern.length() && isDigit(pattern.charAt(at)); at++) {
            value = Math.min(value * 10 + pattern.charAt(at) - '0', Integer.MAX_VALUE);
        }
        if (at == start) {
            throw InvalidRegexException.syntax("'{' without a number");
        }
        return (int) value;
    }

    private boolean skip(char c) {
        if (at < pattern.length() && pattern.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

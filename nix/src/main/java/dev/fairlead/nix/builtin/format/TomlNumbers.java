package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the integers and floats of TOML. What is neither is refused with a guess at what was meant, as Nix does. */
final class TomlNumbers {
    private static final String DIGITS = "[0-9](?:_?[0-9])*+";
    private static final String DECIMAL = "[+-]?(?:[1-9](?:_?[0-9])++|[0-9])";
    private static final String EXPONENT = "[eE][+-]?" + DIGITS;
    private static final Pattern FLOAT =
            Pattern.compile(DECIMAL + "(?:" + EXPONENT + "|\\." + DIGITS + "(?:" + EXPONENT + ")?)");
    private static final Pattern SPECIAL = Pattern.compile("([+-]?)(inf|nan)");
    private static final Pattern INTEGER = Pattern.compile(
            "0x([0-9A-Fa-f](?:_?[0-9A-Fa-f])*+)" + "|0o([0-7](?:_?[0-7])*+)|0b([01](?:_?[01])*+)|(" + DECIMAL + ")");
    private static final Pattern PREFIX = Pattern.compile("[+-]?0([xob])");

    private static final String MISPLACED_UNDERSCORE = "bad float: `_` must be surrounded by digits";

    private TomlNumbers() {}

    static Value read(Cursor in) {
        int start = in.offset();
        Matcher floating = in.skip(FLOAT);
        if (floating != null) {
            return floating(floating.group(), in);
        }
        Matcher special = in.skip(SPECIAL);
        if (special != null) {
            if (!special.group(1).isEmpty() && in.peek() == '_') {
                throw in.fail(MISPLACED_UNDERSCORE);
            }
            double value = "inf".equals(special.group(2)) ? Double.POSITIVE_INFINITY : Double.NaN;
            return new FloatValue("-".equals(special.group(1)) ? -value : value);
        }
        Matcher integer = in.skip(INTEGER);
        if (integer == null) {
            throw switch (in.peek()) {
                case '.' -> in.fail("bad float: integer part is required before decimal point");
                case '_' -> in.fail("bad number: `_` must be surrounded by digits");
                default -> in.fail("bad format: unknown value appeared");
            };
        }
        refuseWhatFollows(integer.group(), in);
        int end = in.offset();
        in.back(start);
        Matcher prefix = in.skip(PREFIX);
        if (prefix != null && integer.group(4) != null) {
            // A zero that a letter follows: no digits come after it, or a sign before
            throw in.fail(malformed(prefix.group(1)), start);
        }
        in.back(end);
        return integer(integer, in);
    }

    private static Value floating(String text, Cursor in) {
        if (in.peek() == '_') {
            throw in.fail(MISPLACED_UNDERSCORE);
        }
        double value = Double.parseDouble(text.replace("_", ""));
        if (Double.isInfinite(value)) {
            throw in.fail("toml::parse_floating: failed to read floating point value from stream");
        }
        return new FloatValue(value);
    }

    private static void refuseWhatFollows(String integer, Cursor in) {
        int next = in.peek();
        String mistake = switch (next) {
            case '_' ->
                integer.matches("[+-]?0")
                        ? "bad integer: leading zero is not allowed in decimal int"
                        : "bad integer: `_` must be surrounded by digits";
            case '0' -> "bad integer: leading zero";
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "bad integer: invalid digit after an integer";
            case ':', '-' -> "bad datetime: invalid format";
            case '.', 'e', 'E' -> "bad float: invalid format";
            default -> "";
        };
        if (!mistake.isEmpty()) {
            throw in.fail(mistake);
        }
    }

    private static String malformed(String letter) {
        return switch (letter) {
            case "x" -> "toml::parse_hex_integer: invalid integer: hex_int must be like: 0xC0FFEE, 0xdead_beef";
            case "o" -> "toml::parse_oct_integer: invalid integer: oct_int must be like: 0o775, 0o04_44";
            default -> "toml::parse_bin_integer: invalid integer: bin_int must be like: 0b0101, 0b1111_0000";
        };
    }

    private static Value integer(Matcher integer, Cursor in) {
        if (integer.group(1) != null) {
            return integer(integer.group(1), 16, "toml::parse_hex_integer: too large integer: current max value", in);
        }
        if (integer.group(2) != null) {
            return integer(integer.group(2), 8, "toml::parse_oct_integer: too large integer: current max value", in);
        }
        if (integer.group(3) != null) {
            return integer(integer.group(3), 2, "toml::parse_bin_integer: too large integer: current max value", in);
        }
        return integer(integer.group(4), 10, "toml::parse_dec_integer: too large integer: current max digits", in);
    }

    private static Value integer(String digits, int radix, String tooLarge, Cursor in) {
        try {
            return IntValue.of(Long.parseLong(digits.replace("_", ""), radix));
        } catch (NumberFormatException outOfRange) {
            throw in.fail(tooLarge + " = 2^63");
        }
    }
}

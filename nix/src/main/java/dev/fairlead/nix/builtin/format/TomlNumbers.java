package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the integers and floats of TOML, and recognises its dates and times. */
final class TomlNumbers {
    private static final String DIGITS = "[0-9](?:_?[0-9])*";
    private static final String DECIMAL = "[+-]?(?:0|[1-9](?:_?[0-9])*)";
    private static final Pattern INTEGER = Pattern.compile(DECIMAL);
    private static final Pattern PREFIXED =
            Pattern.compile("0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)");
    private static final Pattern FLOAT =
            Pattern.compile(DECIMAL + "(?:\\." + DIGITS + ")?(?:[eE][+-]?" + DIGITS + ")?");
    private static final Pattern SPECIAL = Pattern.compile("([+-]?)(inf|nan)");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{2}:[0-9]{2}.*");

    private TomlNumbers() {}

    static Value read(Cursor in) {
        int start = in.offset();
        while (isPart(in.peek())) {
            in.skip(1);
        }
        String token = in.since(start);
        String digits = token.replace("_", "");
        if (INTEGER.matcher(token).matches()) {
            return integer(digits, 10);
        }
        if (PREFIXED.matcher(token).matches()) {
            char kind = token.charAt(1);
            return integer(digits.substring(2), kind == 'x' ? 16 : kind == 'o' ? 8 : 2);
        }
        if (FLOAT.matcher(token).matches()) {
            return new FloatValue(Double.parseDouble(digits));
        }
        Matcher special = SPECIAL.matcher(token);
        if (special.matches()) {
            double value = "inf".equals(special.group(2)) ? Double.POSITIVE_INFINITY : Double.NaN;
            return new FloatValue("-".equals(special.group(1)) ? -value : value);
        }
        if (TIME.matcher(token).matches()) {
            throw new FormatException("Dates and times are not supported");
        }
        throw in.fail(token.isEmpty() ? "expected a value, but found " + in.found() : "'" + token + "' is not a value");
    }

    private static Value integer(String digits, int radix) {
        try {
            return IntValue.of(Long.parseLong(digits, radix));
        } catch (NumberFormatException tooLarge) {
            throw new FormatException("[error] toml::parse_dec_integer: too large integer: current max digits = 2^63");
        }
    }

    private static boolean isPart(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || (b >= 0 && "+-_.:".indexOf(b) >= 0);
    }
}

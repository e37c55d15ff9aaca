package dev.fairlead.bridge.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in words of the file what Jackson says in words of Jackson. */
final class JsonComplaint {
    /** What Jackson quotes: the character or the word it did not expect. */
    private static final Pattern CULPRIT = Pattern.compile("^[^']*'(.[^']*)'");

    private JsonComplaint() {}

    /** @param bytes what was read */
    static JsonSyntaxException of(JacksonException malformed, JsonParser parser, byte[] bytes) {
        String message = String.valueOf(malformed.getOriginalMessage());
        TokenStreamLocation location = malformed.getLocation();
        long offset = location == null ? parser.currentTokenLocation().getByteOffset() : location.getByteOffset();
        int at = startOfCharacter(offset < 0 ? bytes.length : (int) Math.min(offset, bytes.length), bytes);
        return switch (malformed) {
            case UnexpectedEndOfInputException _ -> new JsonSyntaxException("the file ends too early", bytes.length);
            case StreamConstraintsException _ ->
                new JsonSyntaxException(
                        message.contains("depth")
                                ? "values are nested deeper than anybody writes them"
                                : "a name, text or number is too long",
                        at);
            default -> new JsonSyntaxException(reason(message, culprit(message)), at);
        };
    }

    private static int startOfCharacter(int offset, byte[] bytes) {
        int start = offset;
        while (start > 0 && start < bytes.length && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private static @Nullable String culprit(String message) {
        Matcher quoted = CULPRIT.matcher(message);
        return quoted.find() ? quoted.group(1) : null;
    }

    private static String reason(String message, @Nullable String culprit) {
        if (message.startsWith("Illegal unquoted")) {
            return "a line break or control character in a text must be written with a backslash";
        }
        if (message.startsWith("Invalid numeric")) {
            return "a number must not begin with 0";
        }
        if (culprit == null) {
            return "it is malformed here";
        }
        if (message.contains("escape '")) {
            return "\"\\" + culprit + "\" is not an escape";
        }
        if (message.contains("oken '")) {
            return "\"" + culprit + "\" is not a value";
        }
        String expected = expected(message);
        return expected == null
                ? "\"" + culprit + "\" cannot stand here"
                : "expected " + expected + ", not \"" + culprit + "\"";
    }

    private static @Nullable String expected(String message) {
        if (message.contains("property name")) {
            return message.contains("colon") ? "a colon" : "a name in double quotes";
        }
        return message.contains("comma") ? "a comma" : null;
    }
}

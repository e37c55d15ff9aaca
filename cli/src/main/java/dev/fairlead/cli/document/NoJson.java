package dev.fairlead.cli.document;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says why a text is no JSON. The parser's own words also name its options and where it began, which nobody asked. */
final class NoJson {
    private NoJson() {}

    static String reason(JacksonException malformed) {
        if (malformed instanceof UnexpectedEndOfInputException) {
            return "it ends too early";
        }
        String reason = malformed.getOriginalMessage();
        return reason.replaceAll("(?s) ?\\((start marker at|from `|maximum allowed).*|, from `[^`]*`", "");
    }
}

package dev.fairlead.nix.syntax;

/** What can be written as an attribute name without quotes. */
final class Identifiers {
    private Identifiers() {}

    /** The name as it can be written in an attribute path; {@code or} needs no quotes. */
    static String quoteIfNeeded(String name) {
        return isIdentifier(name) ? name : Strings.quote(name);
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || !Characters.startsIdentifier((byte) name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!Characters.continuesIdentifier((byte) name.charAt(i))) {
                return false;
            }
        }
        Token word = Token.ofWord(name);
        return word == Token.IDENTIFIER || word == Token.OR_WORD;
    }
}

package dev.fairlead.nix.syntax;

/** The classes of bytes that the lexical grammar is made of; every byte above 0x7f is in none. */
final class Characters {
    private static final int IDENTIFIER_START = 1;
    private static final int IDENTIFIER = 1 << 1;
    private static final int DIGIT = 1 << 2;
    private static final int PATH = 1 << 3;
    private static final int SCHEME = 1 << 4;
    private static final int URI = 1 << 5;

    private static final byte[] CLASSES = classes();

    private Characters() {}

    static boolean startsIdentifier(byte b) {
        return (CLASSES[b & 0xff] & IDENTIFIER_START) != 0;
    }

    static boolean continuesIdentifier(byte b) {
        return (CLASSES[b & 0xff] & IDENTIFIER) != 0;
    }

    static boolean isDigit(byte b) {
        return (CLASSES[b & 0xff] & DIGIT) != 0;
    }

    /** May be part of a path segment. */
    static boolean isPath(byte b) {
        return (CLASSES[b & 0xff] & PATH) != 0;
    }

    /** May be part of what stands before the {@code :} of a URI. */
    static boolean isScheme(byte b) {
        return (CLASSES[b & 0xff] & SCHEME) != 0;
    }

    /** May be part of what stands after the {@code :} of a URI. */
    static boolean isUri(byte b) {
        return (CLASSES[b & 0xff] & URI) != 0;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] = classes[c - 'a' + 'A'] = IDENTIFIER_START | IDENTIFIER | PATH | SCHEME | URI;
        }
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = IDENTIFIER | DIGIT | PATH | SCHEME | URI;
        }
        classes['_'] = IDENTIFIER_START | IDENTIFIER | PATH | URI;
        classes['\''] = IDENTIFIER | URI;
        classes['-'] = IDENTIFIER | PATH | SCHEME | URI;
        classes['.'] = classes['+'] = PATH | SCHEME | URI;
        for (char c : "%/?:@&=$,!~*".toCharArray()) {
            classes[c] = URI;
        }
        return classes;
    }
}

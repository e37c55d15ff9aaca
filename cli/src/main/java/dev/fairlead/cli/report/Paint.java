package dev.fairlead.cli.report;

/** Colours text for a terminal, or leaves it plain. */
public enum Paint {
    PLAIN,
    COLOURED;

    /** What a piece of text is, which decides its colour. */
    enum Ink {
        ERROR("31;1"),
        WARNING("33;1"),
        NOTE("36;1"),
        GOOD("32;1"),
        STRONG("1"),
        /** The frame around source lines. */
        GUTTER("34;1");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** What a reader should see first. */
    public String strong(String text) {
        return text(Ink.STRONG, text);
    }

    /** What is new, or as it should be. */
    public String good(String text) {
        return text(Ink.GOOD, text);
    }

    /** What is gone, or not as it should be. */
    public String bad(String text) {
        return text(Ink.ERROR, text);
    }

    String text(Ink ink, String text) {
        return this == PLAIN ? text : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
    }
}

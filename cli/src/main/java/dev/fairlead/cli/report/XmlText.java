package dev.fairlead.cli.report;

/** Text for XML, which has no place at all for most control characters; they become visible. */
public final class XmlText {
    private XmlText() {}

    /** {@code  name="value"}, with the space before it. */
    public static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value).replace("\"", "&quot;").replace("\n", "&#10;") + "\"";
    }

    /** Text between tags. */
    public static String escaped(String text) {
        return TerminalText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

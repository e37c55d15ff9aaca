package dev.fairlead.cli.report;

import dev.fairlead.fleet.Resolution.Data;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Literals;

/** Writes data of the fleet for people, as the language would: {@code { port = 80; hosts = [ "a" "b" ]; }}. */
public final class DataText {
    private final StringBuilder out = new StringBuilder();

    private DataText() {}

    /** The text of data, cut off after {@code longest} characters. */
    public static String of(Data data, int longest) {
        var text = new DataText();
        text.append(data);
        String whole = text.out.toString();
        return whole.codePointCount(0, whole.length()) <= longest
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, longest)) + "…";
    }

    private void append(Data data) {
        switch (data) {
            case Data.Text(String text) -> literal(text);
            case Data.Whole(long number) -> out.append(number);
            case Data.Real(double number) -> out.append(number);
            case Data.Truth(boolean truth) -> out.append(truth);
            case Data.Nothing() -> out.append("null");
            case Data.Items items -> {
                out.append('[');
                for (Data item : items.items()) {
                    out.append(' ');
                    append(item);
                }
                out.append(" ]");
            }
            case Data.Fields fields -> {
                out.append('{');
                fields.fields().forEach((name, field) -> {
                    out.append(' ').append(name(name)).append(" = ");
                    append(field);
                    out.append(';');
                });
                out.append(" }");
            }
            case Data.Opaque(String kind, String text) ->
                out.append('<').append(kind).append(text.isEmpty() ? "" : " " + text).append('>');
        }
    }

    private void literal(String text) {
        var bytes = new StringBuilder();
        Literals.appendString(bytes, Bytes.encode(text));
        out.append(Bytes.decode(bytes.toString()));
    }

    private static String name(String name) {
        var bytes = new StringBuilder();
        Literals.appendName(bytes, Bytes.encode(name));
        return Bytes.decode(bytes.toString());
    }
}

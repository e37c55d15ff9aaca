package dev.fairlead.diagram.view;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.stream.Collectors;

/** Data of the fleet on one line, as it would be written in Nix. */
public final class DataText {
    private DataText() {}

    public static String of(Data data) {
        return switch (data) {
            case Data.Text(String text) -> quoted(text);
            case Data.Whole(long number) -> Long.toString(number);
            case Data.Real(double number) -> Double.toString(number);
            case Data.Truth(boolean truth) -> Boolean.toString(truth);
            case Data.Nothing() -> "null";
            case Data.Items(var items) when items.isEmpty() -> "[ ]";
            case Data.Items items ->
                items.items().stream().map(DataText::of).collect(Collectors.joining(" ", "[ ", " ]"));
            case Data.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(field -> name(field.getKey()) + " = " + of(field.getValue()) + "; ")
                        .collect(Collectors.joining("", "{ ", "}"));
            case Data.Opaque(String kind, String text) -> kind.equals("error") ? "<error: " + text + ">" : text;
        };
    }

    private static String name(String name) {
        return name.matches("[a-zA-Z_][a-zA-Z0-9_'-]*") ? name : quoted(name);
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "\\${")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}

package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.stream.Collectors;

/** Data as Nix writes it, near enough to compare. */
public final class DataText {
    private DataText() {}

    /** One line; fields are in the order of their names. */
    public static String of(Data data) {
        return switch (data) {
            case Data.Text(String text) -> "\"" + text + "\"";
            case Data.Whole(long number) -> Long.toString(number);
            case Data.Real(double number) -> Double.toString(number);
            case Data.Truth(boolean truth) -> Boolean.toString(truth);
            case Data.Nothing() -> "null";
            case Data.Items items ->
                items.items().stream().map(DataText::of).collect(Collectors.joining(" ", "[", "]"));
            case Data.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                        .collect(Collectors.joining(" ", "{", "}"));
            case Data.Opaque(String kind, String text) -> "<" + kind + " " + text + ">";
        };
    }
}

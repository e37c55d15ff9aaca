package dev.fairlead.diagram.view;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.stream.Collectors;

/** Data of the fleet in one line, as Nix would write it. */
final class DataText {
    private DataText() {}

    static String of(Data data) {
        return switch (data) {
            case Data.Text(String text) -> '"' + text + '"';
            case Data.Whole(long number) -> Long.toString(number);
            case Data.Real(double number) -> Double.toString(number);
            case Data.Truth(boolean truth) -> Boolean.toString(truth);
            case Data.Nothing() -> "null";
            case Data.Items items ->
                items.items().stream().map(DataText::of).collect(Collectors.joining(" ", "[ ", " ]"));
            case Data.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(field -> field.getKey() + " = " + of(field.getValue()) + ";")
                        .collect(Collectors.joining(" ", "{ ", " }"));
            case Data.Opaque(String kind, String text) -> text.isEmpty() ? "<" + kind + ">" : text;
        };
    }
}

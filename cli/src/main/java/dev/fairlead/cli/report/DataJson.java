package dev.fairlead.cli.report;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** Writes data of the fleet. What JSON cannot hold is {@code { "$nix": kind, "text" }}. */
public final class DataJson {
    private DataJson() {}

    public static void value(JsonGenerator json, Data data) {
        switch (data) {
            case Data.Text(String text) -> json.writeString(text);
            case Data.Whole(long number) -> json.writeNumber(number);
            case Data.Real(double number) when Double.isFinite(number) -> json.writeNumber(number);
            case Data.Real(double number) ->
                opaque(json, "error", Double.toString(number) + " is not a number of JSON");
            case Data.Truth(boolean truth) -> json.writeBoolean(truth);
            case Data.Nothing() -> json.writeNull();
            case Data.Items items -> {
                json.writeStartArray();
                items.items().forEach(item -> value(json, item));
                json.writeEndArray();
            }
            case Data.Fields fields -> fields(json, fields.fields());
            case Data.Opaque(String kind, String text) -> opaque(json, kind, text);
        }
    }

    static void fields(JsonGenerator json, SortedMap<String, Data> fields) {
        json.writeStartObject();
        fields.forEach((name, field) -> {
            json.writeName(name);
            value(json, field);
        });
        json.writeEndObject();
    }

    private static void opaque(JsonGenerator json, String kind, String text) {
        json.writeStartObject();
        json.writeStringProperty("$nix", kind);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}

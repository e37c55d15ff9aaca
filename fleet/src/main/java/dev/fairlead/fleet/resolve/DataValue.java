package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** Data of a resolution as functions of rules see it; what is no data is its text. */
final class DataValue {
    private DataValue() {}

    static Value of(Data data) {
        return switch (data) {
            case Data.Text(String text) -> new StringValue(Bytes.encode(text));
            case Data.Whole(long whole) -> IntValue.of(whole);
            case Data.Real(double real) -> new FloatValue(real);
            case Data.Truth(boolean truth) -> BoolValue.of(truth);
            case Data.Nothing _ -> NullValue.NULL;
            case Data.Items items ->
                new ListValue(items.items().stream().map(DataValue::of).toArray(Value[]::new));
            case Data.Fields fields -> {
                var attrs = new AttrsBuilder(fields.fields().size());
                fields.fields().forEach((name, value) -> attrs.add(Symbol.of(Bytes.encode(name)), of(value)));
                yield attrs.build();
            }
            case Data.Opaque opaque -> new StringValue(Bytes.encode(opaque.text()));
        };
    }
}

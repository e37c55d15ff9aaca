package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody who wrote a value of the wrong type probably meant. */
public final class Correction {
    private Correction() {}

    /** The value to write in place of the wrong one, or null if no small change makes it right. */
    public static @Nullable String of(Field field, Mismatch mismatch, String name) {
        OptionType type = field.type();
        // The type of a part is not known here.
        if (type == null || !mismatch.part().isEmpty()) {
            return null;
        }
        try {
            String value = value(type, mismatch.found());
            return value == null ? null : "write " + name + " = " + value + ";";
        } catch (EvalException odd) {
            return null;
        }
    }

    private static @Nullable String value(OptionType type, Value found) {
        OptionType item = type.nested("elemType");
        Value list = new ListValue(new Value[] {found});
        if (type.form() == OptionType.Form.LIST && item != null && item.accepts(found) && type.accepts(list)) {
            return "[ " + Blame.excerpt(found) + " ]";
        }
        return switch (found) {
            case StringValue string -> unquoted(type, Bytes.decode(string.text()));
            case IntValue number
            when type.accepts(new StringValue(Long.toString(number.value()))) -> "\"" + number.value() + "\"";
            default -> null;
        };
    }

    private static @Nullable String unquoted(OptionType type, String text) {
        boolean number = text.matches("-?[0-9]{1,18}") && type.accepts(IntValue.of(Long.parseLong(text)));
        boolean truth =
                (text.equals("true") || text.equals("false")) && type.accepts(BoolValue.of(text.equals("true")));
        if (number || truth) {
            return text;
        }
        String nearest = Suggestions.nearest(text, choices(type));
        return nearest == null ? null : "\"" + nearest + "\"";
    }

    /** The texts of an enumeration. */
    private static List<String> choices(OptionType type) {
        var choices = new ArrayList<String>();
        Value payload = type.part("functor").force() instanceof AttrsValue functor ? functor.get("payload") : null;
        Value values = payload != null && payload.force() instanceof AttrsValue set ? set.get("values") : null;
        if (values != null && values.force() instanceof ListValue list) {
            for (Value item : list.items()) {
                if (item.force() instanceof StringValue text) {
                    choices.add(Bytes.decode(text.text()));
                }
            }
        }
        return choices;
    }
}

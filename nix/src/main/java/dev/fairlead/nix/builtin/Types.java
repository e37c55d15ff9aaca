package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.EnumMap;
import java.util.Map;

/** Questions about the type of a value. */
final class Types {
    private static final Map<Value.Type, StringValue> NAMES = new EnumMap<>(Value.Type.class);

    static {
        for (Value.Type type : Value.Type.values()) {
            NAMES.put(type, new StringValue(type.nixName()));
        }
    }

    private Types() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("typeOf", Types::typeOf));
        registry.add(is("isAttrs", Value.Type.ATTRS));
        registry.add(is("isBool", Value.Type.BOOL));
        registry.add(is("isFloat", Value.Type.FLOAT));
        registry.add(is("isFunction", Value.Type.FUNCTION));
        registry.add(is("isInt", Value.Type.INT));
        registry.add(is("isList", Value.Type.LIST));
        registry.add(is("isNull", Value.Type.NULL));
        registry.add(is("isPath", Value.Type.PATH));
        registry.add(is("isString", Value.Type.STRING));
    }

    private static Value typeOf(Value value) {
        return NAMES.getOrDefault(value.force().type(), StringValue.EMPTY);
    }

    private static Builtin is(String name, Value.Type type) {
        return Builtin.of(name, value -> BoolValue.of(value.force().type() == type));
    }
}

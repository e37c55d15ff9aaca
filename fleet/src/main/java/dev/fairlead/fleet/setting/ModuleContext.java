package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** What the functions that a schema is made of may ask for where it is read. */
public interface ModuleContext {
    /** The first required argument of a function that is not known here, or null if it can be called. */
    @Nullable
    String lacking(FunctionValue function);

    /** The result of a function here, in weak head normal form. */
    Value call(FunctionValue function);

    /** The same, and one more argument. */
    ModuleContext with(String name, Value value);
}

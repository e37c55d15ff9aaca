package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that stands for what it returns: the result is treated as if it were defined at the function's path. */
final class MergedFunction extends FunctionValue {
    private final FunctionValue function;
    private final Merge merge;
    private final AttrPath path;
    private final MergeRule rule;
    private final int position;

    MergedFunction(FunctionValue function, Merge merge, AttrPath path, MergeRule rule, int position) {
        this.function = function;
        this.merge = merge;
        this.path = path;
        this.rule = rule;
        this.position = position;
    }

    /** The path of the aspect that this function makes, or null. */
    @Nullable
    String aspect() {
        return rule.aspect();
    }

    @Override
    public Value call(Value argument) {
        return merge.merge(path, rule, List.of(new Definition(function.call(argument), position)));
    }

    @Override
    public Origin origin() {
        return function.origin();
    }

    @Override
    public int position() {
        return function.position();
    }

    @Override
    public @Nullable String name() {
        return function.name();
    }

    @Override
    public @Nullable String place() {
        return function.place();
    }

    @Override
    public @Nullable Formals formals() {
        return function.formals();
    }
}

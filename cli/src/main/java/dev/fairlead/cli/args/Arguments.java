package dev.fairlead.cli.args;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments that a command was given, checked against its {@link Synopsis}. */
public final class Arguments {
    private final List<String> operands;
    private final Map<String, List<List<String>>> options;

    /** @param options what was given for each option, by its name */
    Arguments(List<String> operands, Map<String, List<List<String>>> options) {
        this.operands = List.copyOf(operands);
        this.options = Map.copyOf(options);
    }

    /** The operand at an index, or null if it was left out. */
    public @Nullable String operand(int index) {
        return index < operands.size() ? operands.get(index) : null;
    }

    /** The operand at an index; for operands that the synopsis requires. */
    public String required(int index) {
        return operands.get(index);
    }

    public boolean has(Option option) {
        return options.containsKey(option.name());
    }

    /** The value of an option, or null if it was not given. */
    public @Nullable String value(Option option) {
        List<List<String>> given = options.get(option.name());
        return given == null ? null : given.getFirst().getFirst();
    }

    /** The value of an option with choices; its default if it was not given. */
    public String choice(Option option) {
        String given = value(option);
        return given == null ? option.choices().getFirst() : given;
    }

    /** The values of each time that a repeatable option was given, in order. */
    public List<List<String>> all(Option option) {
        return options.getOrDefault(option.name(), List.of());
    }
}

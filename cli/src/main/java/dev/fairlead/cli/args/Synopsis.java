package dev.fairlead.cli.args;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the command line says about a command.
 *
 * @param summary what it does, without a full stop
 * @param operands required ones first
 * @param options its own
 * @param common those that it shares with other commands, which the usage line leaves out
 * @param example a whole command line that works
 */
public record Synopsis(
        String name,
        String summary,
        List<Operand> operands,
        List<Option> options,
        List<Option> common,
        String example) {
    public Synopsis {
        operands = List.copyOf(operands);
        options = List.copyOf(options);
        common = List.copyOf(common);
    }

    /** {@code fairlead check [DIR] [--format text|json]}. */
    String usage() {
        StringBuilder line = new StringBuilder("fairlead ").append(name);
        for (Operand operand : operands) {
            line.append(' ').append(operand.usage());
        }
        for (Option option : options) {
            line.append(" [").append(option.usage()).append(option.repeatable() ? "]..." : "]");
        }
        return line.toString();
    }

    /** All options, its own first. */
    List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options);
        all.addAll(common);
        return all;
    }
}

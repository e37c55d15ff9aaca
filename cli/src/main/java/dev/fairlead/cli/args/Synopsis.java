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
    private static final int MAX_WIDTH = 100;

    public Synopsis {
        operands = List.copyOf(operands);
        options = List.copyOf(options);
        common = List.copyOf(common);
    }

    /**
     * {@code usage: fairlead check [DIR] [--format text|json]}, with further lines, indented, if it is long. Ends without
     * a line break.
     */
    public String usage() {
        StringBuilder usage = new StringBuilder("usage: fairlead ").append(name);
        int width = usage.length();
        for (String part : usageParts()) {
            if (width + part.length() >= MAX_WIDTH) {
                usage.append("\n           ");
                width = 11;
            }
            usage.append(' ').append(part);
            width += part.length() + 1;
        }
        return usage.toString();
    }

    private List<String> usageParts() {
        List<String> parts = new ArrayList<>();
        for (Operand operand : operands) {
            parts.add(operand.usage());
        }
        for (Option option : options) {
            parts.add("[" + option.usage() + (option.repeatable() ? "]..." : "]"));
        }
        return parts;
    }

    /** All options, its own first. */
    public List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options);
        all.addAll(common);
        return all;
    }
}

package dev.fairlead.cli.completion;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import java.util.List;

/** For Fish, with what each word means beside it. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(List<Synopsis> commands) {
        var out = new StringBuilder("# Completes fairlead in Fish: fairlead completion fish | source\n");
        out.append("complete -c fairlead -e\n");
        for (Synopsis command : commands) {
            out.append("complete -c fairlead -n __fish_use_subcommand -f -a %s -d %s\n"
                    .formatted(command.name(), quoted(command.summary())));
        }
        for (Synopsis command : commands) {
            String start = "complete -c fairlead -n '__fish_seen_subcommand_from " + command.name() + "' ";
            for (Operand operand : command.operands()) {
                if (!operand.choices().isEmpty()) {
                    out.append(start)
                            .append("-f -a ")
                            .append(quoted(String.join(" ", operand.choices())))
                            .append('\n');
                }
            }
            for (Option option : command.allOptions()) {
                boolean letter = !option.name().startsWith("--");
                out.append(start)
                        .append(
                                letter
                                        ? "-s " + option.name().substring(1)
                                        : "-l " + option.name().substring(2));
                if (!option.isFlag()) {
                    out.append(
                            option.choices().isEmpty()
                                    ? " -r -F"
                                    : " -x -a " + quoted(String.join(" ", option.choices())));
                }
                out.append(" -d ").append(quoted(option.meaning())).append('\n');
            }
        }
        return out.toString();
    }

    /** In quotes, Fish reads a backslash before a quote or a backslash. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

package dev.fairlead.cli.completion;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import java.util.ArrayList;
import java.util.List;

/** For Zsh, with what each word means beside it. */
final class ZshCompletion {
    private static final String START = """
            #compdef fairlead
            # Completes fairlead in Zsh: source <(fairlead completion zsh)
            _fairlead() {
                local command i
                local -a found
                for ((i = 2; i < CURRENT; i++)); do
                    case ${words[i]} in
                        -C | --from | --color) ((i++)) ;;
                        -*) ;;
                        *) command=${words[i]}; break ;;
                    esac
                done
                case "$command ${words[CURRENT - 1]}" in
            """;

    private ZshCompletion() {}

    static String of(List<Synopsis> commands) {
        var out = new StringBuilder(START);
        for (Synopsis command : commands) {
            for (Option option : command.allOptions()) {
                if (!option.isFlag()) {
                    String action =
                            option.choices().isEmpty() ? "_files" : "compadd -- " + Shell.quoted(option.choices());
                    out.append("        '%s %s') %s; return ;;\n".formatted(command.name(), option.name(), action));
                }
            }
        }
        out.append("    esac\n    case $command in\n        '')\n            found=(\n");
        commands.forEach(command -> described(command.name(), command.summary(), "                ", out));
        out.append("            )\n            _describe command found ;;\n");
        for (Synopsis command : commands) {
            out.append("        %s)\n            if [[ ${words[CURRENT]} == -* ]]; then\n                found=(\n"
                    .formatted(command.name()));
            command.allOptions()
                    .forEach(option -> described(option.name(), option.meaning(), "                    ", out));
            out.append("                )\n                _describe -o option found\n            else\n");
            var words = new ArrayList<String>();
            for (Operand operand : command.operands()) {
                words.addAll(operand.choices());
            }
            String action = words.isEmpty() ? "_files" : "compadd -- " + Shell.quoted(words);
            out.append("                %s\n            fi ;;\n".formatted(action));
        }
        return out.append("""
                    esac
                }
                if [[ ${funcstack[1]} == _fairlead ]]; then
                    _fairlead "$@"
                else
                    compdef _fairlead fairlead
                fi
                """).toString();
    }

    private static void described(String word, String meaning, String indent, StringBuilder out) {
        out.append(indent)
                .append(Shell.quoted(word.replace(":", "\\:") + ":" + meaning))
                .append('\n');
    }
}

package dev.fairlead.cli.completion;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import java.util.ArrayList;
import java.util.List;

/** For Bash 3.2 and later, with or without the package bash-completion. Where nothing else fits, file names are completed. */
final class BashCompletion {
    private static final String START = """
            # Completes fairlead in Bash: source <(fairlead completion bash)
            _fairlead() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= values= i
                # Bash takes an equals sign for a word.
                if [ "$current" = = ]; then
                    current=
                elif [ "$previous" = = ]; then
                    previous=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        -C | --from | --color) i=$((i + 1)) ;;
                        -*) ;;
                        *) command=${COMP_WORDS[i]} && break ;;
                    esac
                done
                COMPREPLY=()
                case "$command $previous" in
            """;

    private BashCompletion() {}

    static String of(List<Synopsis> commands) {
        var out = new StringBuilder(START);
        for (Synopsis command : commands) {
            for (Option option : command.allOptions()) {
                if (!option.isFlag()) {
                    String words = option.choices().isEmpty() ? "return" : "values='" + plain(option.choices()) + "'";
                    out.append("        '%s %s') %s ;;\n".formatted(command.name(), option.name(), words));
                }
            }
        }
        out.append("        *)\n            case $command in\n");
        out.append("                '') values='")
                .append(plain(commands.stream().map(Synopsis::name).toList()))
                .append("' ;;\n");
        for (Synopsis command : commands) {
            var words = new ArrayList<String>();
            for (Operand operand : command.operands()) {
                words.addAll(operand.choices());
            }
            out.append("                %s)\n".formatted(command.name()));
            out.append("                    values='%s'\n".formatted(plain(words)));
            out.append("                    case $current in -*) values='%s' ;; esac ;;\n"
                    .formatted(plain(
                            command.allOptions().stream().map(Option::name).toList())));
        }
        return out.append("""
                            esac ;;
                    esac
                    if [ -n "$values" ]; then
                        COMPREPLY=($(compgen -W "$values" -- "$current"))
                    fi
                }
                complete -o bashdefault -o default -F _fairlead fairlead
                """.stripIndent()).toString();
    }

    /** Words of letters, digits and dashes, all of them, so that they need no quotes. */
    private static String plain(List<String> words) {
        for (String word : words) {
            if (!word.equals(Shell.quoted(word))) {
                throw new IllegalArgumentException("Bash would take '" + word + "' apart");
            }
        }
        return String.join(" ", words);
    }
}

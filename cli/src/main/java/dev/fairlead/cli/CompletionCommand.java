package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.completion.Shell;
import java.util.Arrays;
import java.util.List;

/** {@code fairlead completion}: a script with which a shell completes the command line. */
final class CompletionCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "completion",
                "prints a script that completes command lines in a shell",
                List.of(Operand.required("SHELL", "bash, zsh or fish", Shell.names())),
                List.of(),
                StandardOptions.ofAny(),
                "source <(fairlead completion bash)");
    }

    @Override
    public int run(Call call) {
        String name = call.arguments().required(0);
        Shell shell = Arrays.stream(Shell.values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no completion for '" + name + "'"
                        + ArgumentParser.didYouMean(name, Shell.names()) + " (bash, zsh, fish)"));
        List<Synopsis> commands = Commands.NAMES.stream()
                .map(each -> Commands.get(each).synopsis())
                .toList();
        call.console().out().print(shell.script(commands));
        return ExitCode.DONE;
    }
}

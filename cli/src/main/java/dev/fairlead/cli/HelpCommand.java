package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.HelpPage;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import java.util.ArrayList;
import java.util.List;

/** {@code fairlead help}: the commands, or the page of one. */
final class HelpCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "help",
                "lists the commands, or prints the page of one",
                List.of(Operand.optional("COMMAND", "the command to explain", Commands.NAMES)),
                List.of(),
                StandardOptions.ofAny(),
                "fairlead help plan");
    }

    @Override
    public int run(Call call) {
        String name = call.arguments().operand(0);
        if (name == null) {
            call.console().out().print(overview());
            return ExitCode.DONE;
        }
        Command command = Commands.find(name);
        if (command == null) {
            throw new UsageException(
                    "there is no command '" + name + "'" + ArgumentParser.didYouMean(name, Commands.NAMES));
        }
        call.console().out().print(HelpPage.of(command.synopsis()));
        return ExitCode.DONE;
    }

    /** The page that lists the commands. */
    static String overview() {
        StringBuilder page = new StringBuilder();
        page.append(
                "Fairlead finds out what the services of a fleet need and who provides it, before it is deployed.\n\n");
        page.append("usage: fairlead COMMAND [ARGUMENT]...\n\n");
        List<String[]> rows = new ArrayList<>();
        for (String name : Commands.NAMES) {
            rows.add(new String[] {name, Commands.get(name).synopsis().summary()});
        }
        HelpPage.table(rows, page);
        page.append("\nfairlead COMMAND --help explains a command, with an example.\n");
        return page.toString();
    }
}

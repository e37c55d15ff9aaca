package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.HelpPage;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The command line: finds the command, gives it its arguments, and turns everything that goes wrong into one clear
 * sentence on standard error and an exit code. Never a stack trace, unless {@code FAIRLEAD_DEBUG=1} asks for it.
 */
final class Cli {
    private final Console console;
    private final Fleets fleets;

    Cli(Console console, Fleets fleets) {
        this.console = console;
        this.fleets = fleets;
    }

    /** Runs the command line and gives back its exit code. */
    int run(List<String> words) {
        try {
            return dispatch(words);
        } catch (UsageException wrong) {
            console.complain(String.valueOf(wrong.getMessage()));
            if (wrong.usage() != null) {
                console.err().println(wrong.usage());
            }
        } catch (UnusableInputException unusable) {
            console.complain(String.valueOf(unusable.getMessage()));
        } catch (StackOverflowError tooDeep) {
            console.complain("the input is nested too deeply to be read");
            debug(tooDeep);
        } catch (OutOfMemoryError tooLarge) {
            console.complain("the input needs more memory than there is");
            debug(tooLarge);
        } catch (RuntimeException | Error fault) {
            console.complain("internal error, please report it to the project with the input that led to it ("
                    + fault.getClass().getName()
                    + (fault.getMessage() == null
                            ? ""
                            : ": " + fault.getMessage().replace('\n', ' '))
                    + ")");
            debug(fault);
        }
        return ExitCode.UNUSABLE;
    }

    private int dispatch(List<String> words) {
        int index = commandIndex(words);
        if (index < 0) {
            return withoutCommand(words);
        }
        String name = words.get(index);
        Command command = Commands.find(name);
        if (command == null) {
            throw new UsageException("there is no command '" + name + "'"
                    + ArgumentParser.didYouMean(name, Commands.NAMES) + " (fairlead help lists them)");
        }
        List<String> rest = new ArrayList<>(words);
        rest.remove(index);
        Arguments arguments = ArgumentParser.parse(command.synopsis(), rest);
        if (arguments.has(StandardOptions.HELP)) {
            console.out().print(HelpPage.of(command.synopsis()));
            return ExitCode.DONE;
        }
        ArgumentParser.requireOperands(command.synopsis(), arguments);
        Set<ExperimentalFeature> features = FeatureOptions.of(arguments, console);
        try (Revisions revisions = new Revisions(console)) {
            return command.run(new Call(arguments, console, features, fleets.with(features), revisions));
        }
    }

    /** The first word that is neither an option nor the value of one that may stand before the command; or −1. */
    private static int commandIndex(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                return i;
            }
            switch (word) {
                case "-C", "--from", "--color", "--extra-experimental-features", "--experimental-features" -> i++;
                default -> {}
            }
        }
        return -1;
    }

    private int withoutCommand(List<String> words) {
        if (words.contains("--version")) {
            return dispatch(List.of("version"));
        }
        if (words.contains("--help") || words.contains("-h")) {
            console.out().print(HelpCommand.overview());
            return ExitCode.DONE;
        }
        console.err().print(HelpCommand.overview());
        return ExitCode.UNUSABLE;
    }

    private void debug(Throwable fault) {
        if ("1".equals(console.environment().get("FAIRLEAD_DEBUG"))) {
            fault.printStackTrace(console.err());
        }
    }
}

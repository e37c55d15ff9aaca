package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.Paint;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One run of a command. */
record Call(Arguments arguments, Console console, Fleets fleets) {

    /** The fleet of a command that takes it as its first operand. */
    Fleet fleetOfOperand() {
        return fleets.open(placeOfOperand(), form());
    }

    /** Where the fleet is of a command that takes it as its first operand. */
    Path placeOfOperand() {
        String operand = arguments.operand(0);
        String option = arguments.value(StandardOptions.DIRECTORY);
        if (operand != null && option != null) {
            throw new UsageException("the fleet is named twice: " + operand + " and -C " + option);
        }
        String place = operand == null ? option : operand;
        return path(place == null ? "." : place);
    }

    /** The fleet of a command whose operands are something else. */
    Fleet fleetOfOption() {
        return open(arguments.value(StandardOptions.DIRECTORY));
    }

    /** As {@link #fleetOfOption}, to be resolved again with changes. */
    Alternatives alternativesOfOption() {
        String place = arguments.value(StandardOptions.DIRECTORY);
        return fleets.alternatives(path(place == null ? "." : place), form());
    }

    /** The fleet in a place that the command line names. */
    Fleet open(@Nullable String place) {
        return fleets.open(path(place == null ? "." : place), form());
    }

    /** What the fleet is written as. */
    Fleets.Form form() {
        if (!arguments.has(StandardOptions.FROM)) {
            return Fleets.Form.FAIRLEAD;
        }
        return arguments.choice(StandardOptions.FROM).equals("clan") ? Fleets.Form.CLAN : Fleets.Form.DEN;
    }

    /** A path of the command line. */
    Path path(String text) {
        return path(console.directory(), text);
    }

    /** A path of the command line, relative to another than the working directory. */
    static Path path(Path start, String text) {
        try {
            return start.resolve(text).normalize();
        } catch (InvalidPathException invalid) {
            throw new UnusableInputException("'" + text + "' is not a path");
        }
    }

    boolean json() {
        return arguments.choice(StandardOptions.FORMAT).equals("json");
    }

    Paint paint() {
        return console.paint(arguments.choice(StandardOptions.COLOR));
    }

    /** The end of a command that printed what was asked, errors in the fleet or not. */
    int done(Fleet fleet) {
        if (fleet.resolution().hasErrors()) {
            console.complain("the fleet has errors; fairlead check shows them");
        }
        return ExitCode.DONE;
    }
}

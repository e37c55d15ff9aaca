package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One run of a command.
 *
 * @param features what the programs that it evaluates may use; {@code fleets} knows
 */
record Call(
        Arguments arguments, Console console, Set<ExperimentalFeature> features, Fleets fleets, Revisions revisions) {

    /** The fleet of a command that takes it as its first operand. */
    Fleet fleetOfOperand() {
        return open(operandOrOption());
    }

    /** The same, for a command that looks at its findings only. */
    Fleet checkedFleetOfOperand() {
        return reading(operandOrOption(), fleets::check);
    }

    /** Where the files are of the fleet of a command that takes it as its first operand. */
    Path placeOfOperand() {
        String place = operandOrOption();
        return fleetPath(place == null ? "." : place);
    }

    private @Nullable String operandOrOption() {
        String operand = arguments.operand(0);
        String option = arguments.value(StandardOptions.DIRECTORY);
        if (operand != null && option != null) {
            throw new UsageException("the fleet is named twice: " + operand + " and -C " + option);
        }
        return operand == null ? option : operand;
    }

    /** The same run with other arguments. */
    Call with(Arguments other) {
        return new Call(other, console, features, fleets, revisions);
    }

    /** The fleet of a command whose operands are something else. */
    Fleet fleetOfOption() {
        return open(arguments.value(StandardOptions.DIRECTORY));
    }

    /** As {@link #fleetOfOption}, to be resolved again with changes. */
    Alternatives alternativesOfOption() {
        return reading(arguments.value(StandardOptions.DIRECTORY), fleets::alternatives);
    }

    /** As {@link #fleetOfOption}, of a fleet whose folder is to be written to. */
    Fleet changeableFleetOfOption() {
        String place = arguments.value(StandardOptions.DIRECTORY);
        if (place != null && Revisions.isMeant(place)) {
            throw new UsageException("'" + place + "' is a revision, which nothing can be written to");
        }
        return fleetOfOption();
    }

    /** The fleet in a place that the command line names. */
    Fleet open(@Nullable String place) {
        return reading(place, fleets::open);
    }

    private <T> T reading(@Nullable String place, BiFunction<Path, Fleets.Form, T> reader) {
        try {
            return reader.apply(fleetPath(place == null ? "." : place), form());
        } catch (UnusableInputException unusable) {
            throw new UnusableInputException(revisions.named(String.valueOf(unusable.getMessage())));
        }
    }

    /** Where the files of a fleet are: a path of the command line, or the copy of a revision. */
    Path fleetPath(String place) {
        return Revisions.isMeant(place) ? revisions.place(place, repository()) : path(place);
    }

    /** The folder whose repository revisions are of. */
    private Path repository() {
        String directory = arguments.value(StandardOptions.DIRECTORY);
        return directory == null || Revisions.isMeant(directory) ? console.directory() : path(directory);
    }

    /** The folder that belongs to a fleet: its own, that of its file, or the current one for a revision. */
    Path folder(String place) {
        if (Revisions.isMeant(place)) {
            return console.directory();
        }
        Path path = path(place);
        return Files.isRegularFile(path) ? path.resolveSibling("") : path;
    }

    /** The folder that belongs to the fleet of a command that takes it as its first operand. */
    Path folderOfOperand() {
        String operand = arguments.operand(0);
        String option = arguments.value(StandardOptions.DIRECTORY);
        return folder(operand != null ? operand : option != null ? option : ".");
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

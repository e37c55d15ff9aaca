package dev.fairlead.cli;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.ResolutionReader;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.fleet.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code fairlead diff}: what is different between two fleets, or one fleet at two times. */
final class DiffCommand implements Command {
    private static final Option EXIT_CODE = Option.flag("--exit-code", "exits with 1 if they differ");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "diff",
                "tells what is different between two fleets",
                List.of(
                        Operand.required("OLD", "the directory of a fleet, or a file that resolve wrote"),
                        Operand.required("NEW", "likewise")),
                List.of(DifferenceOutput.FORMAT, EXIT_CODE),
                List.of(StandardOptions.FROM, StandardOptions.COLOR, StandardOptions.HELP),
                "fairlead diff yesterday.json examples/homelab --exit-code");
    }

    @Override
    public int run(Call call) {
        String before = call.arguments().required(0);
        String after = call.arguments().required(1);
        Difference difference = Difference.between(resolution(before, call), resolution(after, call));
        DifferenceOutput.print(difference, before + " → " + after, call);
        boolean differs = call.arguments().has(EXIT_CODE) && !difference.isEmpty();
        return differs ? ExitCode.ERRORS : ExitCode.DONE;
    }

    private static Resolution resolution(String place, Call call) {
        Path path = call.path(place);
        // The inventory of a Clan is a file too, and then it is what was asked for.
        if (!Files.isRegularFile(path) || call.arguments().has(StandardOptions.FROM)) {
            return call.open(place).resolution();
        }
        try {
            return ResolutionReader.read(path);
        } catch (IOException unreadable) {
            throw new UnusableInputException(place + " cannot be read: " + unreadable.getMessage());
        } catch (DocumentException damaged) {
            throw new UnusableInputException(place + " " + damaged.getMessage());
        }
    }
}

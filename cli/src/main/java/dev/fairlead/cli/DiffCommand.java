package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;

/** {@code fairlead diff}: what is different between two fleets, or one fleet at two times. */
final class DiffCommand implements Command {
    private static final Option EXIT_CODE = Option.flag("--exit-code", "exits with 1 if they differ");
    private static final Option SINCE_DEPLOYED = Option.flag(
            "--since-deployed", "compares with what snapshot --deployed kept; takes one fleet, or that of -C, or .");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "diff",
                "tells what is different between two fleets",
                List.of(
                        Operand.optional("OLD", Versions.MEANING),
                        Operand.optional("NEW", "likewise; the fleet of -C if left out")),
                List.of(
                        DifferenceOutput.FORMAT,
                        EXIT_CODE,
                        SINCE_DEPLOYED,
                        DifferenceOutput.THEME,
                        PictureOutput.BUDGET,
                        PictureOutput.OUTPUT),
                StandardOptions.ofFleet(),
                "fairlead diff git:HEAD~1 . --exit-code");
    }

    @Override
    public int run(Call call) {
        return call.arguments().has(SINCE_DEPLOYED) ? sinceDeployed(call) : between(call);
    }

    private int between(Call call) {
        Arguments arguments = call.arguments();
        String directory = arguments.value(StandardOptions.DIRECTORY);
        ArgumentParser.requireOperands(synopsis(), arguments, directory == null ? 2 : 1);
        String old = arguments.required(0);
        String given = arguments.operand(1);
        String now = given == null ? String.valueOf(directory) : given;
        var versions = new Versions(call, call.path(directory == null ? "." : directory));
        List<Resolution> both = versions.both(old, now);
        return tell(both.getFirst(), old, both.getLast(), now, call);
    }

    private static int sinceDeployed(Call call) {
        Arguments arguments = call.arguments();
        if (arguments.operand(1) != null) {
            throw new UsageException("diff --since-deployed compares one fleet with what it was: "
                    + arguments.operand(1) + " is one too many");
        }
        String operand = arguments.operand(0);
        String directory = arguments.value(StandardOptions.DIRECTORY);
        if (operand != null && directory != null) {
            throw new UsageException("the fleet is named twice: " + operand + " and -C " + directory);
        }
        String now = operand != null ? operand : directory != null ? directory : ".";
        var versions = new Versions(call, call.folder(now));
        return tell(versions.snapshot("deployed"), "deployed", versions.named(now), now, call);
    }

    private static int tell(Resolution before, String old, Resolution after, String now, Call call) {
        DifferenceOutput output = DifferenceOutput.between(before, after, old + " → " + now);
        output.print(call);
        boolean differs =
                call.arguments().has(EXIT_CODE) && !output.difference().isEmpty();
        return differs ? ExitCode.ERRORS : ExitCode.DONE;
    }
}

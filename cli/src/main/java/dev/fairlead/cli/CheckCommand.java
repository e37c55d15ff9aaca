package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.report.FindingText;
import dev.fairlead.cli.report.FindingsJson;
import dev.fairlead.cli.report.Summary;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.ServiceNames;
import java.util.List;

/** {@code fairlead check}: every finding of a fleet. */
final class CheckCommand implements Command {
    private static final Option DENY_WARNINGS = Option.flag("--deny-warnings", "exits with 1 for warnings too");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "check",
                "resolves the fleet and reports every finding",
                List.of(StandardOptions.FLEET),
                List.of(StandardOptions.FORMAT, DENY_WARNINGS),
                StandardOptions.ofFleet(),
                "fairlead check examples/homelab --deny-warnings");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.fleetOfOperand();
        Resolution resolution = fleet.resolution();
        Summary summary = Summary.of(resolution);
        if (call.json()) {
            FindingsJson.write(resolution, call.console().out());
        } else {
            FindingText text = new FindingText(fleet.sources(), ServiceNames.of(resolution), call.paint());
            call.console().out().print(text.report(resolution.findings(), summary));
        }
        boolean failed = summary.errors() > 0 || (call.arguments().has(DENY_WARNINGS) && summary.warnings() > 0);
        return failed ? ExitCode.ERRORS : ExitCode.DONE;
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.report.ResolutionJson;
import java.util.List;

/** {@code fairlead resolve}: the resolution as JSON. */
final class ResolveCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "resolve",
                "prints the resolution as JSON",
                List.of(StandardOptions.FLEET),
                List.of(),
                StandardOptions.ofFleet(),
                "fairlead resolve examples/homelab > resolution.json");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.fleetOfOperand();
        ResolutionJson.write(fleet.resolution(), call.console().out());
        return call.done(fleet);
    }
}

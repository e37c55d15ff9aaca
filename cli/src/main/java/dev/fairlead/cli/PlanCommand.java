package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.report.Plan;
import dev.fairlead.cli.report.PlanJson;
import dev.fairlead.cli.report.PlanText;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.List;

/** {@code fairlead plan}: the order of deployment. */
final class PlanCommand implements Command {
    private static final Option REVERSE = Option.flag("--reverse", "the order to stop or to restore in");
    private static final Option HOST = Option.of("--host", "H", "only the services of this host");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "plan",
                "prints the order of deployment, in waves",
                List.of(StandardOptions.FLEET),
                List.of(StandardOptions.FORMAT, REVERSE, HOST),
                StandardOptions.ofFleet(),
                "fairlead plan examples/homelab --reverse");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.fleetOfOperand();
        Resolution resolution = fleet.resolution();
        String host = new Hosts(resolution).named(call.arguments().value(HOST));
        Plan plan = Plan.of(resolution, host, call.arguments().has(REVERSE));
        if (call.json()) {
            PlanJson.write(plan, call.console().out());
        } else {
            call.console().out().print(PlanText.of(plan, ServiceNames.of(resolution), call.paint()));
        }
        return call.done(fleet);
    }
}

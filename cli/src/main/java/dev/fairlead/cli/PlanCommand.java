package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.Plan;
import dev.fairlead.cli.report.PlanJson;
import dev.fairlead.cli.report.PlanText;
import dev.fairlead.cli.report.ShortIds;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String host = host(call.arguments().value(HOST), resolution);
        Plan plan = Plan.of(resolution, host, call.arguments().has(REVERSE));
        if (call.json()) {
            PlanJson.write(plan, call.console().out());
        } else {
            call.console().out().print(PlanText.of(plan, new ShortIds(resolution), call.paint()));
        }
        return call.done(fleet);
    }

    /** The name of a host that there is; {@code host:web1} may be written for {@code web1}. */
    private static @Nullable String host(@Nullable String given, Resolution resolution) {
        if (given == null) {
            return null;
        }
        String name = given.startsWith("host:") ? given.substring("host:".length()) : given;
        List<String> hosts = resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("host"))
                .map(Scope::name)
                .toList();
        if (!hosts.contains(name)) {
            throw new UsageException("the fleet has no host '" + name + "'" + ArgumentParser.didYouMean(name, hosts));
        }
        return name;
    }
}

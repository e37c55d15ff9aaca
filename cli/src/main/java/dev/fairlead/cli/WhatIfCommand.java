package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import java.util.List;

/** {@code fairlead whatif}: what a change of the fleet would change. */
final class WhatIfCommand implements Command {
    private static final Option WITHOUT =
            Option.repeatable("--without", List.of("NAME"), "without this service or host");
    private static final Option BACKEND =
            Option.repeatable("--backend", List.of("CLASS=B"), "with this backend for a routed class");
    private static final Option SET = Option.repeatable(
            "--set", List.of("SCOPE:PATH=VALUE"), "with this setting, a Nix value: host:web1:nginx.port=8080");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "whatif",
                "tells what a change of the fleet would change",
                List.of(),
                List.of(
                        WITHOUT,
                        BACKEND,
                        SET,
                        DifferenceOutput.FORMAT,
                        DifferenceOutput.THEME,
                        PictureOutput.BUDGET,
                        PictureOutput.OUTPUT),
                StandardOptions.ofFleet(),
                "fairlead whatif -C examples/homelab --without service:dns");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        if (!arguments.has(WITHOUT) && !arguments.has(BACKEND) && !arguments.has(SET)) {
            throw new UsageException("whatif needs a change: --without, --backend or --set");
        }
        Alternatives alternatives = call.alternativesOfOption();
        Supposition supposition = new Supposition(alternatives);
        arguments.all(WITHOUT).forEach(values -> supposition.without(values.getFirst()));
        arguments.all(BACKEND).forEach(values -> supposition.backend(values.getFirst()));
        arguments.all(SET).forEach(values -> supposition.set(values.getFirst()));
        DifferenceOutput.between(
                        alternatives.fleet().resolution(),
                        alternatives.with(supposition.changes()),
                        "What if " + supposition.words() + "?")
                .print(call);
        return call.done(alternatives.fleet());
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.Synopsis;
import java.util.List;
import java.util.Objects;

/** {@code fairlead version}. */
final class VersionCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "version", "prints the version", List.of(), List.of(), StandardOptions.ofAny(), "fairlead version");
    }

    @Override
    public int run(Call call) {
        // The manifest of the packaged program has it; classes run from a folder have none.
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        call.console().out().println("fairlead " + Objects.requireNonNullElse(version, "(unreleased)"));
        return ExitCode.DONE;
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.Synopsis;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code fairlead version}. */
final class VersionCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "version", "prints the version", List.of(), List.of(), StandardOptions.ofAny(), "fairlead version");
    }

    @Override
    public int run(Call call) {
        call.console().out().println("fairlead " + Objects.requireNonNullElse(released(), "(unreleased)"));
        return ExitCode.DONE;
    }

    /** The version of the packaged program, from its manifest; null for classes that run from a folder. */
    static @Nullable String released() {
        return VersionCommand.class.getPackage().getImplementationVersion();
    }
}

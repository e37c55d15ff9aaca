package dev.fairlead.cli;

import dev.fairlead.cli.args.Synopsis;

/** Something that {@code fairlead} does. Each is a class of its own, loaded only when it runs. */
interface Command {
    Synopsis synopsis();

    /** Does it and gives back the exit code. */
    int run(Call call);
}

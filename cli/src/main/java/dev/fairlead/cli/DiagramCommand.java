package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.diagram.Diagrams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code fairlead diagram}: a picture of a fleet. */
final class DiagramCommand implements Command {
    private static final Option VIEW = Option.choice("--view", Diagrams.VIEWS, "what is drawn");
    private static final Option FORMAT = Option.choice("--format", Diagrams.FORMATS, "the language of the picture");
    private static final Option HOST = Option.of("--host", "H", "only this host and what it is connected to");
    private static final Option OUTPUT = Option.of("-o", "FILE", "writes to this file");
    private static final Option LIST = Option.flag("--list", "lists the views, one a line");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "diagram",
                "draws the fleet",
                List.of(StandardOptions.FLEET),
                List.of(VIEW, FORMAT, HOST, OUTPUT, LIST),
                StandardOptions.ofFleet(),
                "fairlead diagram examples/homelab -o homelab.mmd");
    }

    @Override
    public int run(Call call) {
        if (call.arguments().has(LIST)) {
            Diagrams.VIEWS.forEach(call.console().out()::println);
            return ExitCode.DONE;
        }
        Fleet fleet = call.fleetOfOperand();
        String host = new Hosts(fleet.resolution()).named(call.arguments().value(HOST));
        String picture = Diagrams.draw(
                fleet.resolution(),
                call.arguments().choice(VIEW),
                call.arguments().choice(FORMAT),
                Optional.ofNullable(host));
        write(picture, call.arguments().value(OUTPUT), call);
        return call.done(fleet);
    }

    private static void write(String picture, @Nullable String output, Call call) {
        if (output == null || output.equals("-")) {
            call.console().out().print(picture);
            return;
        }
        Path file = call.path(output);
        try {
            Files.writeString(file, picture);
        } catch (IOException failed) {
            throw new UnusableInputException(output + " cannot be written: " + failed);
        }
    }
}

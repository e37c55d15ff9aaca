package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.viewer.Viewer;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code fairlead serve}: the viewer, on loopback, until it is interrupted. */
final class ServeCommand implements Command {
    /** Where bookmarks expect it. If another has it and nobody asked for it, any other will do. */
    private static final int USUAL_PORT = 7327;

    private static final Option PORT =
            Option.of("--port", "N", "listens on this port (" + USUAL_PORT + ", or another if that is taken); 0: any");
    private static final Option OPEN = Option.flag("--open", "opens a browser");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "serve",
                "shows the fleet in a browser, and follows its changes",
                List.of(StandardOptions.FLEET),
                List.of(PORT, OPEN),
                StandardOptions.ofFleet(),
                "fairlead serve examples/homelab --open");
    }

    @Override
    public int run(Call call) {
        if (!Viewer.isBuilt()) {
            throw new UnusableInputException("this program was built without the pages of the viewer: install Node.js"
                    + " with npm, and build it again (touch pom.xml, then run ./fairlead)");
        }
        try (Viewer viewer = viewer(call)) {
            call.console().out().println(viewer.address());
            call.console().out().flush();
            if (call.arguments().has(OPEN)) {
                Browser.open(viewer.address(), call.console());
            }
            untilInterrupted();
        }
        return ExitCode.DONE;
    }

    private static Viewer viewer(Call call) {
        Arguments arguments = call.arguments();
        var fleet = new ServedFleet(call.placeOfOperand(), call.form(), call.fleets());
        var forms = new ViewerForms(call);
        int port = port(arguments.value(PORT));
        try {
            try {
                return Viewer.serve(fleet, forms, port < 0 ? USUAL_PORT : port, fault -> report(fault, call.console()));
            } catch (IOException taken) {
                if (port >= 0) {
                    throw new UnusableInputException(
                            "port " + port + " cannot be listened on: " + taken.getMessage() + "; --port 0 takes any");
                }
                return Viewer.serve(fleet, forms, 0, fault -> report(fault, call.console()));
            }
        } catch (Refusal unreadable) {
            throw new UnusableInputException(unreadable.sentence());
        } catch (IOException none) {
            throw new UnusableInputException("no port can be listened on: " + none.getMessage());
        }
    }

    /** −1 if none is asked for. */
    private static int port(@Nullable String given) {
        if (given == null) {
            return -1;
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > 65_535) {
            throw new UsageException("--port takes a number from 0 to 65535, not '" + given + "'");
        }
        return Integer.parseInt(given);
    }

    private static void report(Throwable fault, Console console) {
        console.complain("internal error, please report it to the project (" + fault + ")");
        if ("1".equals(console.environment().get("FAIRLEAD_DEBUG"))) {
            fault.printStackTrace(console.err());
        }
    }

    /** Ends when the process is told to: by ctrl-C, which is how this command is meant to end, so it ends well. */
    private static void untilInterrupted() {
        var ended = new CountDownLatch(1);
        var stop = new Thread(() -> Runtime.getRuntime().halt(ExitCode.DONE), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }
}

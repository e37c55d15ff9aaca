package dev.fairlead.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Not System.out: that has the encoding of the locale, and output must not depend on it.
        StandardStream standardOut = new StandardStream(new FileOutputStream(FileDescriptor.out));
        StandardStream standardErr = new StandardStream(new FileOutputStream(FileDescriptor.err));
        PrintStream out =
                new PrintStream(new BufferedOutputStream(standardOut, 1 << 16), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(standardErr, false, StandardCharsets.UTF_8);
        int status = run(args, out, err);
        out.flush();
        String failure = standardOut.failure();
        if (failure != null) {
            err.println("fairlead: the output could not be written: " + failure);
            status = ExitCode.UNUSABLE;
        }
        err.flush();
        // Not return: threads that evaluated may still be winding down. Not System.exit: it first looks for a logger to
        // tell, all over the class path, which takes a tenth of a short run. Nothing is left for hooks to do.
        Runtime.getRuntime().halt(status);
    }

    /** Runs one command and gives back its exit status; {@code Training} runs several in one process. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Console console = new Console(
                System.in,
                out,
                err,
                System.getenv(),
                Main::isTerminal,
                Path.of("").toAbsolutePath());
        return new Cli(console, new FleetPipeline(console)).run(List.of(args));
    }

    /** From JDK 25 on there is a console again only if standard input and output are both a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }
}

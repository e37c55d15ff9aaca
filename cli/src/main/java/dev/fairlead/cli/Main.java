package dev.fairlead.cli;

import java.io.PrintStream;
import java.util.Objects;

/** The entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        System.out.flush();
        System.exit(status);
    }

    /** Runs one command and gives back its exit status; {@code Training} runs several in one process. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && args[0].equals("version")) {
            out.println("fairlead " + version());
            return 0;
        }
        err.println("usage: fairlead version");
        return 2;
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(unreleased)");
    }
}

package dev.fairlead.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the usual commands once, with their output thrown away, so that the JVM records which classes a run needs and
 * how they are linked. The launcher calls this to make the AOT cache (JEP 483, JEP 514); users never do.
 */
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("check"),
            List.of("check", "--format", "json"),
            List.of("resolve"),
            List.of("plan"),
            List.of("diagram", "--format", "mermaid"),
            List.of("diagram", "--format", "svg"));

    private Training() {}

    /**
     * Exercises the commands.
     *
     * @param args the fleet to try them on; without one that exists only {@code version} runs
     */
    public static void main(String[] args) {
        run(List.of("version"));
        if (args.length == 1 && Files.isDirectory(Path.of(args[0]))) {
            for (List<String> command : COMMANDS) {
                run(command, args[0]);
            }
        }
        // Threads that a command left behind must not keep the launcher waiting.
        System.exit(0);
    }

    private static void run(List<String> command, String... more) {
        String[] args = new String[command.size() + more.length];
        command.toArray(args);
        System.arraycopy(more, 0, args, command.size(), more.length);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            int ignored = Main.run(args, nowhere, nowhere);
        } catch (RuntimeException | StackOverflowError fault) {
            // A command that fails still trained what it used; its own tests report the fault.
        }
    }
}

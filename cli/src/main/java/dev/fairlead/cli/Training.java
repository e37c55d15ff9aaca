package dev.fairlead.cli;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Printer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the usual commands once, with their output thrown away, so that the JVM records which classes a run needs and
 * how they are linked. The launcher calls this to make the AOT caches (JEP 483, JEP 514); users never do.
 */
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("check"),
            List.of("check", "--format", "json"),
            List.of("resolve"),
            List.of("plan"),
            // Not as SVG: the JVM loads all classes of the cache at each start, and the layout has as many as we.
            List.of("diagram", "--format", "mermaid"));

    private static final List<List<String>> EVALUATIONS = List.of(
            List.of("eval", "--strict", "-E", "{ a }: a", "--arg", "a", "[ 1 \"text\" null { } ]"),
            List.of("eval", "--json", "-I", "here=.", "-E", "{ a = 1; }", "-A", "a"),
            List.of("eval", "--parse", "-E", "a: b"),
            List.of("eval", "--show-trace", "-E", "let f = x: x.a; in f { b = 1; }"),
            List.of("eval", "-E", "1 +"));

    /** Reads the files of a folder that the search path names. */
    private static final String IMPORTS = """
            let
              files = builtins.filter (name: builtins.match ".*[.]nix" name != null)
                (builtins.attrNames (builtins.readDir <fleet>));
            in
            map (name: builtins.isFunction (import (<fleet> + "/${name}"))) files
            """;

    private Training() {}

    /**
     * Exercises the commands.
     *
     * @param args {@code language} for those that know nothing of fleets, else {@code fleet}; then the fleets to try them
     *     on, those with findings too. What is no folder is passed over
     */
    public static void main(String[] args) {
        boolean resolves = args[0].equals("fleet");
        run(List.of("version"));
        for (List<String> command : EVALUATIONS) {
            run(command);
        }
        for (String fleet : List.of(args).subList(1, args.length)) {
            if (Files.isDirectory(Path.of(fleet))) {
                if (resolves) {
                    COMMANDS.forEach(command -> run(command, fleet));
                }
                run(List.of("eval", fleet + "/fleet.nix"));
                run(List.of("eval", "--strict", "-I", "fleet=" + fleet, "-E", IMPORTS));
            }
        }
        evaluateProgram();
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

    /** Evaluates {@code training.nix}, and says if that fails. */
    private static void evaluateProgram() {
        try (InputStream program = Training.class.getResourceAsStream("training.nix")) {
            if (program == null) {
                throw new IllegalStateException("the resource training.nix is missing");
            }
            String text = Bytes.of(program.readAllBytes());
            Evaluator evaluator = Nix.evaluator(Options.DEFAULT);
            String ignored = evaluator.run(() -> Printer.printStrict(
                    Functions.call(evaluator.evalText(text, "training.nix", Path.of("/")), Lib.of(evaluator))));
        } catch (EvalException | IOException failed) {
            System.err.println("training.nix: " + failed.getMessage());
        }
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.report.Paint;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command has of the world: its streams, which are UTF-8, the environment and the working directory.
 *
 * @param terminal whether a person reads the output; asked only by commands that would colour it
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        BooleanSupplier terminal,
        Path directory) {

    /** Colours as {@code --color} says; on {@code auto}, on a terminal unless {@code NO_COLOR} is set. */
    Paint paint(String when) {
        boolean coloured = switch (when) {
            case "always" -> true;
            case "never" -> false;
            default ->
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"))
                        && terminal.getAsBoolean();
        };
        return coloured ? Paint.COLOURED : Paint.PLAIN;
    }

    /** One line on standard error. */
    void complain(String sentence) {
        err.println("fairlead: " + sentence);
    }
}

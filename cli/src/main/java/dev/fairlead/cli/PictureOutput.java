package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where pictures go, and how large they may be. */
final class PictureOutput {
    static final Option BUDGET =
            Option.choice("--budget", "B", Budget.names(), "limits of a picture: " + String.join(", ", Budget.names()));
    static final Option OUTPUT = Option.of("-o", "FILE", "writes to this file, and further parts beside it");

    private PictureOutput() {}

    /** The budget that was asked for; null for what suits the format. */
    static @Nullable Budget budget(Arguments arguments) {
        return arguments.has(BUDGET) ? Budget.named(arguments.choice(BUDGET)).orElseThrow() : null;
    }

    /** Writes the first picture where it was asked for, and the others beside it if that is a file. */
    static void deliver(List<Part> parts, Format format, Call call) {
        String output = call.arguments().value(OUTPUT);
        if (output == null || output.equals("-")) {
            call.console().out().print(parts.getFirst().text());
            if (parts.size() > 1) {
                call.console()
                        .complain("the picture is over budget: this is its index; -o FILE writes its "
                                + (parts.size() - 1) + " parts too");
            }
            return;
        }
        for (Part part : parts) {
            write(call.path(beside(output, part.name(), format)), part.text());
        }
    }

    /** {@code fleet-part-1.svg} beside {@code fleet.svg}. */
    private static String beside(String file, String part, Format format) {
        if (part.isEmpty()) {
            return file;
        }
        String end = "." + format.extension();
        return file.endsWith(end)
                ? file.substring(0, file.length() - end.length()) + "-" + part + end
                : file + "-" + part;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UnusableInputException(file + " cannot be written: " + failed);
        }
    }
}

package dev.fairlead.bench.conformance;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors in the layout of Nix with {@code --show-trace}, without the lines of source: outermost frame first. */
final class ErrorText {
    private static final String INDENT = "       ";

    /** What Nix leaves out where standard error is no terminal. */
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private ErrorText() {}

    static String of(EvalException failure, Sources sources) {
        StringBuilder out = new StringBuilder();
        for (EvalException.Frame frame : failure.frames().reversed()) {
            out.append(INDENT).append("… ").append(indented(frame.text())).append('\n');
            place(out, sources.locate(frame.position()));
        }
        return message(out, failure.reason(), sources.locate(failure.position()));
    }

    static String of(SyntaxException failure) {
        return message(new StringBuilder(), failure.reason(), failure.location());
    }

    private static String message(StringBuilder frames, String reason, @Nullable Location place) {
        StringBuilder out = frames.isEmpty()
                ? new StringBuilder()
                : new StringBuilder("error:\n").append(frames).append('\n').append(INDENT);
        out.append("error: ").append(indented(reason)).append('\n');
        place(out, place);
        return out.toString();
    }

    private static String indented(String bytes) {
        return COLOURS.matcher(Bytes.decode(bytes)).replaceAll("").replace("\n", "\n" + INDENT);
    }

    private static void place(StringBuilder out, @Nullable Location place) {
        if (place != null) {
            out.append(INDENT)
                    .append("at ")
                    .append(Bytes.decode(place.file()))
                    .append(':')
                    .append(place.line())
                    .append(':')
                    .append(place.column())
                    .append(":\n");
        }
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.difference.DifferenceJson;
import dev.fairlead.cli.difference.DifferenceMarkdown;
import dev.fairlead.cli.difference.DifferenceText;
import dev.fairlead.diagram.diff.Difference;
import java.util.List;

/** The forms in which commands print differences. */
final class DifferenceOutput {
    static final Option FORMAT =
            Option.choice("--format", List.of("text", "markdown", "json"), "the form of the output (text)");

    private DifferenceOutput() {}

    /** @param heading what is compared with what, for people */
    static void print(Difference difference, String heading, Call call) {
        switch (call.arguments().choice(FORMAT)) {
            case "json" -> DifferenceJson.write(difference, call.console().out());
            case "markdown" -> call.console().out().print(DifferenceMarkdown.of(difference, heading));
            default -> call.console().out().print(new DifferenceText(call.paint()).of(difference, heading));
        }
    }
}

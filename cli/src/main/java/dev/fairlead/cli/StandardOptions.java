package dev.fairlead.cli;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import java.util.List;

/** Options and operands that many commands have. */
final class StandardOptions {
    static final Option HELP = Option.flag("--help", "prints this page");
    static final Option COLOR = Option.choice(
            "--color", List.of("auto", "always", "never"), "colours; auto: on a terminal, unless NO_COLOR");
    static final Option DIRECTORY = Option.of("-C", "DIR", "the directory of the fleet, for every command");
    static final Option FROM = Option.choice(
            "--from", List.of("clan", "den"), "the fleet is a Clan directory or inventory, or a graph of den-diagram");
    static final Option FORMAT = Option.choice("--format", List.of("text", "json"), "the form of the output (text)");
    static final Operand FLEET = Operand.optional("DIR", "the directory of the fleet (.)");

    private StandardOptions() {}

    /** What commands that read a fleet have in common. */
    static List<Option> ofFleet() {
        return FeatureOptions.and(DIRECTORY, FROM, COLOR, HELP);
    }

    /** What commands that evaluate any expression have in common. */
    static List<Option> ofEvaluation() {
        return FeatureOptions.and(COLOR, HELP);
    }

    /** What all other commands have in common. */
    static List<Option> ofAny() {
        return List.of(COLOR, HELP);
    }
}

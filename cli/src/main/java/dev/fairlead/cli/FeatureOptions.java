package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which experimental features of Nix a command line turns on, in the words of Nix. */
final class FeatureOptions {
    private static final List<String> NAMES = Arrays.stream(ExperimentalFeature.values())
            .map(ExperimentalFeature::nixName)
            .toList();

    /** What Fairlead has in any case, and command lines for Nix ask for. */
    private static final List<String> ALWAYS = List.of("flakes", "nix-command", "fetch-tree");

    private static final Option EXTRA = Option.repeatable(
            "--extra-experimental-features",
            List.of("NAMES"),
            "turns features of the language on: " + String.join(", ", NAMES));

    /** Where nothing is on by itself, to add and to set is the same. */
    private static final Option ALL = Option.repeatable("--experimental-features", List.of("NAMES"), "the same");

    static final List<Option> OPTIONS = List.of(EXTRA, ALL);

    private FeatureOptions() {}

    /** The features that were asked for. A name that means nothing is told and passed over, as in Nix. */
    static Set<ExperimentalFeature> of(Arguments arguments, Console console) {
        Set<ExperimentalFeature> features = EnumSet.noneOf(ExperimentalFeature.class);
        for (Option option : OPTIONS) {
            for (List<String> names : arguments.all(option)) {
                for (String name : names.getFirst().split("\\s+", -1)) {
                    ExperimentalFeature feature = ExperimentalFeature.named(name);
                    if (feature != null) {
                        features.add(feature);
                    } else if (!name.isEmpty() && !ALWAYS.contains(name)) {
                        console.complain(option.name() + ": there is no feature '" + name + "' here"
                                + ArgumentParser.didYouMean(name, NAMES) + " (" + String.join(", ", NAMES) + ")");
                    }
                }
            }
        }
        return features;
    }

    /** A command's options, and these. */
    static List<Option> and(Option... options) {
        return Stream.concat(Arrays.stream(options), OPTIONS.stream()).toList();
    }
}

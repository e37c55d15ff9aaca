package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a fleet consists of: its contributions and what they import, each a set. Functions are called, imports
 * are followed, each file once; a part that fails is a finding, and the others are still there.
 */
final class FleetModules {
    /** A part as a set, and what findings call it. */
    record FleetModule(String file, AttrsValue attrs) {}

    /** How often the result of a file's function may be a function again: a function of itself would never end. */
    private static final int MOST_CALLS = 100;

    private final Evaluator evaluator;
    private final Path root;
    private final FileArguments arguments;
    private final Reading reading;
    private final Set<String> seen = new HashSet<>();
    private final List<FleetModule> modules = new ArrayList<>();

    private FleetModules(FleetInput input, FileArguments arguments, Reading reading) {
        this.evaluator = input.evaluator();
        this.root = input.root();
        this.arguments = arguments;
        this.reading = reading;
    }

    /** All parts of a fleet, in the order of their files. */
    static List<FleetModule> of(FleetInput input, FileArguments arguments, Reading reading) {
        var modules = new FleetModules(input, arguments, reading);
        for (Contribution contribution : input.contributions()) {
            modules.seen.add(
                    Bytes.encode(input.root().resolve(contribution.file()).toString()));
        }
        for (Contribution contribution : input.contributions()) {
            modules.add(contribution.file(), contribution.value()::force, Places.wholeFile(contribution.file()));
        }
        modules.modules.sort(Comparator.comparing(FleetModule::file));
        return List.copyOf(modules.modules);
    }

    /** The definitions of {@code den} in a part, those in {@code config} too. */
    static List<Definition> definitionsOfDen(FleetModule module) {
        var definitions = new ArrayList<Definition>();
        AttrsValue attrs = module.attrs();
        for (int i = 0; i < attrs.size(); i++) {
            switch (attrs.name(i).name()) {
                case "den" -> definitions.add(new Definition(attrs.value(i), attrs.position(i)));
                case "config" -> {
                    Value den = attrs.value(i).force() instanceof AttrsValue config ? config.get("den") : null;
                    if (den != null) {
                        definitions.add(new Definition(den, attrs.position(i)));
                    }
                }
                default -> {}
            }
        }
        return definitions;
    }

    /** @param near where a failure is reported that has no place of its own */
    private void add(String file, Supplier<Value> part, Place near) {
        try {
            Value value = part.get();
            for (int calls = 0; value instanceof FunctionValue function && calls < MOST_CALLS; calls++) {
                value = arguments.call(function);
            }
            if (value instanceof AttrsValue attrs) {
                modules.add(new FleetModule(file, attrs));
                addImports(file, attrs, near);
            } else {
                report(
                        file + " must be a set or a function that gives one, but is "
                                + value.type().description() + ".",
                        near);
            }
        } catch (EvalException | SyntaxException failure) {
            reading.findings().add(reading.errors().finding(failure, null, near));
        }
    }

    private void addImports(String file, AttrsValue attrs, Place near) {
        for (int i = 0; i < attrs.size(); i++) {
            if (!attrs.name(i).name().equals("imports")) {
                continue;
            }
            Place place = orElse(reading.places().at(attrs.position(i)), near);
            Value imports = attrs.value(i).force();
            if (!(imports instanceof ListValue list)) {
                report(
                        "imports of " + file + " must be a list, but is "
                                + imports.type().description() + ".",
                        place);
                return;
            }
            for (int j = 0; j < list.size(); j++) {
                addImport(file, j, list.get(j), orElse(reading.places().at(list.position(j)), place));
            }
        }
    }

    private void addImport(String file, int index, Value item, Place place) {
        Value value;
        try {
            value = item.force();
        } catch (EvalException | SyntaxException failure) {
            reading.findings().add(reading.errors().finding(failure, null, place));
            return;
        }
        switch (value) {
            case PathValue path -> addFile(path.path(), place);
            case AttrsValue attrs -> add(file + "#" + (index + 1), () -> attrs, place);
            case FunctionValue function -> add(file + "#" + (index + 1), () -> function, place);
            default ->
                report(
                        "Item " + (index + 1) + " of imports of " + file
                                + " must be a path, a set or a function, but is "
                                + value.type().description() + ".",
                        place);
        }
    }

    private void addFile(String path, Place place) {
        String file = reading.places().file(path);
        if (!Path.of(Bytes.decode(path)).startsWith(root)) {
            report(
                    "The fleet imports " + file + ", which is outside the fleet directory.",
                    "move the file into the fleet directory",
                    place);
            return;
        }
        if (seen.add(path)) {
            add(file, () -> evaluator.importPath(path), place);
        }
    }

    private void report(String message, Place place) {
        report(message, null, place);
    }

    private void report(String message, @Nullable String fix, Place place) {
        reading.findings()
                .add(Finding.of(FindingId.EVALUATION, message)
                        .at(place)
                        .fix(fix)
                        .build());
    }

    private static Place orElse(@Nullable Place place, Place otherwise) {
        return place == null ? otherwise : place;
    }
}

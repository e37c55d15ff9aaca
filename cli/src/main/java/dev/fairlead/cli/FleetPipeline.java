package dev.fairlead.cli;

import dev.fairlead.bridge.clan.ClanInput;
import dev.fairlead.bridge.den.DenInput;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.lock.LockFile;
import dev.fairlead.cli.report.FileLines;
import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.Changes;
import dev.fairlead.fleet.declare.DeclarationReader;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.incremental.IncrementalResolver;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and resolves fleets, with the modules that understand them. */
final class FleetPipeline implements Fleets {
    private final Console console;

    private final Set<ExperimentalFeature> features;

    FleetPipeline(Console console) {
        this(console, Set.of());
    }

    private FleetPipeline(Console console, Set<ExperimentalFeature> features) {
        this.console = console;
        this.features = features;
    }

    @Override
    public Fleets with(Set<ExperimentalFeature> enabled) {
        return new FleetPipeline(console, enabled);
    }

    @Override
    public Fleet open(Path place, Form form) {
        return form == Form.DEN ? graph(place) : alternatives(place, form).fleet();
    }

    @Override
    public Fleet check(Path place, Form form) {
        return form == Form.DEN
                ? graph(place)
                : resolved(place, form, FleetResolver::withoutContents).fleet();
    }

    private static Fleet graph(Path place) {
        try {
            Path folder = place.resolveSibling("");
            return new Fleet(DenInput.read(place), new FileLines(folder), folder);
        } catch (UnreadableFleetException unreadable) {
            throw new UnusableInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public Alternatives alternatives(Path place, Form form) {
        return resolved(place, form, FleetResolver::resolve);
    }

    private Alternatives resolved(Path place, Form form, BiFunction<FleetInput, Locked, Resolution> resolver) {
        try (Progress _ = Progress.of("resolving " + place, console)) {
            FleetInput input = read(place, form);
            Locked locked = LockFile.in(input.root()).read();
            Resolution resolution = resolver.apply(input, locked);
            Fleet fleet = new Fleet(resolution, new FileLines(input.root()), input.root());
            return new Written(fleet, input, locked);
        } catch (UnreadableFleetException unreadable) {
            throw new UnusableInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public FollowedFleet follow(Path place) {
        try {
            FleetInput input = read(place, Form.FAIRLEAD);
            var resolver =
                    new IncrementalResolver(input, LockFile.in(input.root()).read());
            return new Followed(place, resolver);
        } catch (UnreadableFleetException unreadable) {
            throw new UnusableInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** A fleet of our own that is edited. */
    private final class Followed implements FollowedFleet {
        private final Path place;
        private final IncrementalResolver resolver;
        private Alternatives now;

        Followed(Path place, IncrementalResolver resolver) {
            this.place = place;
            this.resolver = resolver;
            this.now = written();
        }

        private Alternatives written() {
            FleetInput input = resolver.input();
            Fleet fleet = new Fleet(resolver.resolution(), new FileLines(input.root()), input.root());
            return new Written(fleet, input, resolver.locked());
        }

        @Override
        public Alternatives now() {
            return now;
        }

        @Override
        public void update(Set<Path> files) {
            Path root = resolver.input().root();
            Set<String> changed = files.stream()
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.equals(Lock.FILE))
                    .collect(Collectors.toSet());
            try {
                resolver.update(changed, LockFile.in(root).read(), () -> read(place, Form.FAIRLEAD));
                now = written();
            } catch (UnreadableFleetException unreadable) {
                throw new UnusableInputException(String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private FleetInput read(Path place, Form form) throws UnreadableFleetException {
        Options options = Options.DEFAULT
                .withFeatures(features)
                .withTrace(message -> console.err().println(Bytes.decode(message)));
        Language language = new Language(Nix::evaluator, Lib::of);
        return switch (form) {
            case FAIRLEAD -> FleetFiles.read(place, options, language);
            case CLAN -> ClanInput.read(place, options, language);
            case DEN ->
                throw new UnusableInputException(
                        "a graph of den-diagram is what den made of its declarations, and cannot be resolved again");
        };
    }

    /** A fleet whose files have been read. */
    private record Written(Fleet fleet, FleetInput input, Locked locked) implements Alternatives {
        @Override
        public Resolution with(Changes changes) {
            return FleetResolver.resolve(input.with(changes), locked);
        }

        @Override
        public Value value(String expression) {
            try {
                return input.evaluator().evalText(Bytes.encode(expression), "«value»", input.root());
            } catch (SyntaxException | EvalException failure) {
                throw new UsageException("'" + expression + "' is no Nix value ("
                        + Bytes.decode(String.valueOf(failure.getMessage())) + "); text needs quotes: '\""
                        + expression + "\"'");
            }
        }

        @Override
        @SuppressWarnings("Interruption") // of the evaluation, not of a thread
        public void stop(String reason) {
            input.evaluator().interrupt(Bytes.encode(reason));
        }

        @Override
        public @Nullable String stopped() {
            String reason = input.evaluator().stopped();
            return reason == null ? null : Bytes.decode(reason);
        }

        @Override
        public Set<String> classes() {
            return DeclarationReader.read(input).facets().classes().classes();
        }

        @Override
        public Set<String> backends() {
            return DeclarationReader.read(input).facets().classes().backends();
        }
    }
}

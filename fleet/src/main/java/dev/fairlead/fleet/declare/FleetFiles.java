package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A fleet in a directory: {@code fleet.nix}, and every {@code .nix} file below {@code modules}. Evaluates nothing; what
 * the files say, and what they import, is read by {@link DeclarationReader}.
 */
public final class FleetFiles {
    private static final String FLEET = "fleet.nix";
    private static final String MODULES = "modules";

    /** How to evaluate: an evaluator with all builtins, and the {@code lib} that goes with it. */
    public record Language(Function<Options, Evaluator> evaluator, Function<Evaluator, Value> lib) {}

    private FleetFiles() {}

    /**
     * Finds the files of a fleet.
     *
     * @param options what the evaluation may do besides; it is made pure, and sees the directory only
     * @throws UnreadableFleetException if the directory cannot be read or has no such files
     */
    public static FleetInput read(Path directory, Options options, Language language) throws UnreadableFleetException {
        Path root = root(directory);
        var files = new ArrayList<Path>();
        var findings = new ArrayList<Finding>();
        if (Files.exists(root.resolve(FLEET), LinkOption.NOFOLLOW_LINKS)) {
            files.add(root.resolve(FLEET));
        }
        if (Files.exists(root.resolve(MODULES), LinkOption.NOFOLLOW_LINKS)) {
            var tree = new ModuleTree(root);
            tree.visit(root.resolve(MODULES));
            files.addAll(tree.files());
            findings.addAll(tree.findings());
        }
        if (files.isEmpty() && findings.isEmpty()) {
            throw new UnreadableFleetException(
                    directory + " is not a fleet: it has neither fleet.nix nor .nix files below modules.");
        }
        Evaluator evaluator =
                language.evaluator().apply(options.pureWithin(List.of(root)).withStrictUtf8(true));
        return new FleetInput(
                String.valueOf(root.getFileName()),
                root,
                evaluator,
                language.lib().apply(evaluator),
                files.stream().map(file -> contribution(root, file, evaluator)).toList(),
                findings,
                Dialect.DEN);
    }

    /**
     * The same fleet with some of its files as they are now; the values of the others are kept.
     *
     * @param files as its contributions call them
     */
    public static FleetInput again(FleetInput fleet, Set<String> files) {
        List<Contribution> contributions = fleet.contributions().stream()
                .map(each -> files.contains(each.file())
                        ? contribution(fleet.root(), fleet.root().resolve(each.file()), fleet.evaluator())
                        : each)
                .toList();
        return fleet.of(contributions, fleet.elsewhere());
    }

    private static Path root(Path directory) throws UnreadableFleetException {
        Path root;
        try {
            root = directory.toRealPath();
        } catch (IOException missing) {
            throw new UnreadableFleetException("There is no directory " + directory + ".");
        }
        if (!Files.isDirectory(root)) {
            throw new UnreadableFleetException(directory + " is not a directory.");
        }
        return root;
    }

    private static Contribution contribution(Path root, Path file, Evaluator evaluator) {
        return new Contribution(
                ModuleTree.relative(root, file), new FileValue(evaluator, Bytes.encode(file.toString())));
    }

    /** The promise of what a file says. */
    private static final class FileValue extends Promise {
        private final Evaluator evaluator;
        private final String path;

        FileValue(Evaluator evaluator, String path) {
            this.evaluator = evaluator;
            this.path = path;
        }

        @Override
        protected Value compute() {
            return evaluator.evalAnew(path);
        }
    }
}

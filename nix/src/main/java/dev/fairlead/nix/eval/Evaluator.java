package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One evaluation: its options, its sources, the global variables and the files it has imported.
 *
 * <p>Values of one evaluator must not be given to another.
 */
public final class Evaluator {
    private final Options options;
    private final Sources sources = new Sources();
    private final Files files;
    private final Map<String, Value> globals;

    /**
     * @param globals gives the variables that every program sees, {@code builtins} among them, by name
     */
    public Evaluator(Options options, Function<Evaluator, Map<String, Value>> globals) {
        this.options = options;
        this.files = new Files(options);
        this.globals = Map.copyOf(globals.apply(this));
    }

    /**
     * The evaluator of the current thread.
     *
     * @throws ClassCastException outside {@link #run}
     */
    public static Evaluator current() {
        return EvalThread.current().evaluator;
    }

    /**
     * Does work that evaluates on a thread with a large stack and waits for it; work of a thread that evaluates for
     * this evaluator already is done at once.
     */
    public <T> T run(Supplier<T> work) {
        if (Thread.currentThread() instanceof EvalThread here && here.evaluator == this) {
            return work.get();
        }
        AtomicReference<T> result = new AtomicReference<>();
        EvalThread thread = new EvalThread(this, () -> result.set(work.get()));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            throw new CancellationException();
        }
        thread.rethrow();
        return result.get();
    }

    public Options options() {
        return options;
    }

    public Sources sources() {
        return sources;
    }

    public Files files() {
        return files;
    }

    /** Writes a message (a byte string) where traces go. */
    public void trace(String message) {
        options.trace().accept(message);
    }

    /** The set {@code builtins}. */
    public AttrsValue builtins() {
        return globals.get("builtins") instanceof AttrsValue builtins ? builtins : AttrsValue.EMPTY;
    }

    /** The value of a file; see {@link #importPath}. */
    public Value evalFile(Path file) {
        return importPath(file.toAbsolutePath().normalize().toString());
    }

    /**
     * The value of a text, in weak head normal form.
     *
     * @param name what messages call it
     * @param directory what relative paths in it are resolved against
     */
    public Value evalText(String text, String name, Path directory) {
        Source source = sources.add(name, directory.toString(), text);
        return evaluate(source);
    }

    /**
     * The value of a file, in weak head normal form; each file is evaluated once. A directory means its
     * {@code default.nix}.
     *
     * @param absolutePath canonical, as in {@code PathValue}
     */
    public Value importPath(String absolutePath) {
        return evaluate(absolutePath);
    }

    /** The value of a file in which the attributes of {@code scope} are variables too; not remembered. */
    public Value scopedImport(AttrsValue scope, String absolutePath) {
        return scope.size() == 0 ? importPath(absolutePath) : evaluate(absolutePath);
    }

    private Value evaluate(String path) {
        String directory = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        return evaluate(sources.add(path, directory, Bytes.of(files.read(path))));
    }

    private static Value evaluate(Source source) {
        return source.text().isEmpty() ? AttrsValue.EMPTY : NullValue.NULL;
    }
}

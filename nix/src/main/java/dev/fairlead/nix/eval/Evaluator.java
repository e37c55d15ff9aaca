package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.PathCopier;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: its options, its sources, the global variables and the files it has imported.
 *
 * <p>Values of one evaluator must not be given to another, and are forced only inside {@link #run}.
 */
public final class Evaluator {
    private final Options options;
    private final Sources sources = new Sources();
    private final Memo memo = new Memo();
    private final Files files;
    private final Map<String, Value> globals;
    private final ConcurrentHashMap<String, Value> imports = new ConcurrentHashMap<>();
    private final Set<EvalThread> threads = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Interruption interruption;
    private @Nullable Watch watch;
    private @Nullable PathCopier copier;

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

    /** {@code FILE:LINE:COLUMN} (a byte string), or null if that is not known. */
    public static @Nullable String place(int position) {
        if (!(Thread.currentThread() instanceof EvalThread thread)) {
            return null;
        }
        Location place = thread.evaluator.sources.locate(position);
        return place == null ? null : place.file() + ":" + place.line() + ":" + place.column();
    }

    /** What was computed of its sources. */
    public Memo memo() {
        return memo;
    }

    /**
     * Does work that evaluates on a thread with a large stack and waits for it; work of a thread that evaluates for
     * this evaluator already is done at once.
     *
     * @throws EvalException if the evaluation fails or is stopped
     * @throws SyntaxException if a source is not of the language
     * @throws CancellationException if this thread is interrupted; the evaluation is stopped
     */
    public <T> T run(Supplier<T> work) {
        if (Thread.currentThread() instanceof EvalThread here && here.evaluator == this) {
            return work.get();
        }
        AtomicReference<T> result = new AtomicReference<>();
        EvalThread thread = new EvalThread(this, () -> result.set(work.get()));
        threads.add(thread);
        if (interruption != null) {
            thread.limit = 0;
        }
        try {
            thread.start();
            await(thread);
        } catch (InterruptedException interrupted) {
            interrupt("evaluation was interrupted");
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            threads.remove(thread);
        }
        thread.rethrow();
        return result.get();
    }

    /**
     * Waits for work to end, and stops it when it goes too far. Work that does not notice, because it is inside of one
     * long builtin, is waited for no longer; its thread ends at the next call, or with the program.
     */
    private void await(Thread thread) throws InterruptedException {
        Watch on = watch();
        while (!thread.join(Watch.PAUSE)) {
            String reason = interruption == null && on != null ? on.exceeded() : null;
            if (reason != null) {
                interrupt(reason);
            }
            Interruption stopped = interruption;
            if (stopped != null && !thread.join(Watch.GRACE)) {
                throw stopped.failure();
            }
        }
    }

    /** Begins with the first run; null if nothing is limited. */
    private synchronized @Nullable Watch watch() {
        if (watch == null
                && (options.limits().time() != null || options.limits().memory() != null)) {
            watch = new Watch(options.limits());
        }
        return watch;
    }

    /**
     * Stops all evaluation: the next call of a function of the program fails with this sentence (a byte string), now and
     * for ever. May be called by any thread.
     */
    public void interrupt(String reason) {
        interruption = new Interruption(reason);
        for (EvalThread thread : threads) {
            thread.limit = 0;
        }
    }

    /** Why evaluation was stopped for ever (a byte string): by {@link #interrupt}, or beyond a limit; null if it was not. */
    public @Nullable String stopped() {
        Interruption stopped = interruption;
        return stopped == null ? null : stopped.reason();
    }

    /** That evaluation was stopped, or null. */
    @Nullable
    Interruption interruption() {
        return interruption;
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

    /** Says where paths are copied to that become strings; to be called before anything is evaluated. */
    public void copyPathsTo(PathCopier store) {
        copier = store;
    }

    @Nullable
    PathCopier copier() {
        return copier;
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
        String path = Paths.canonical(Bytes.encode(file.toAbsolutePath().toString()));
        return run(() -> importPath(path));
    }

    /**
     * The value of a text, in weak head normal form.
     *
     * @param text a byte string
     * @param name what messages call it (a byte string)
     * @param directory what relative paths in it are resolved against
     */
    public Value evalText(String text, String name, Path directory) {
        String folder = Paths.canonical(Bytes.encode(directory.toAbsolutePath().toString()));
        return run(() -> program(sources.add(name, folder, text), Map.of()).force());
    }

    /**
     * The value of a file, in weak head normal form; each file is evaluated once. A directory means its
     * {@code default.nix}; a symbolic link is followed.
     *
     * @param absolutePath canonical, as in {@code PathValue}
     */
    public Value importPath(String absolutePath) {
        Value known = imports.get(absolutePath);
        if (known == null) {
            String resolved = files.resolveSource(absolutePath);
            known = imports.computeIfAbsent(resolved, path -> new Thunk(new FileNode(this, path), new Value[1]));
            imports.put(absolutePath, known);
        }
        return known.force();
    }

    /**
     * The value of a file as it is now, for one who reads a file again that has changed: not remembered, and what the
     * program imports is as it was.
     */
    public Value evalAnew(String absolutePath) {
        return load(files.resolveSource(absolutePath), Map.of()).force();
    }

    /** True if a program read the file, so that what it said may be part of any value. */
    public boolean hasRead(String absolutePath) {
        return imports.containsKey(absolutePath)
                || imports.containsKey(files.resolveSource(absolutePath))
                || files.wasRead(absolutePath);
    }

    /** The value of a file in which the attributes of {@code scope} are variables too; not remembered. */
    public Value scopedImport(AttrsValue scope, String absolutePath) {
        Map<String, Value> given = HashMap.newHashMap(scope.size());
        for (int i = 0; i < scope.size(); i++) {
            given.put(scope.name(i).name(), scope.value(i));
        }
        return load(files.resolveSource(absolutePath), given).force();
    }

    /**
     * The promise of the value of a file.
     *
     * @throws EvalException at the offending byte if it is not UTF-8, where that is asked for
     */
    Value load(String path, Map<String, Value> given) {
        Source source = sources.add(path, Paths.directory(path), files.readSource(path));
        int malformed = options.strictUtf8() ? Bytes.firstMalformed(Bytes.toArray(source.text())) : -1;
        if (malformed >= 0) {
            throw new EvalException(
                    EvalException.Kind.INPUT, "file '" + path + "' is not UTF-8 text", source.position(malformed));
        }
        return program(source, given);
    }

    /**
     * The tree of a source.
     *
     * @throws SyntaxException if it is not of the language, or a variable is bound nowhere
     */
    public Expr parse(Source source) {
        Expr tree = Parser.parse(source, options.features());
        Compiler.compile(tree, source, options.pure(), Map.of(), globals);
        return tree;
    }

    private Value program(Source source, Map<String, Value> given) {
        Compiler.Program program =
                Compiler.compile(Parser.parse(source, options.features()), source, options.pure(), given, globals);
        return new Thunk(program.body(), new Value[program.frameSize()]);
    }
}

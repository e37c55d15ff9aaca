package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;

/** Functions of the names of files. None looks at the disk. */
final class Paths {
    private Paths() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("baseNameOf", Paths::baseNameOf));
        registry.add(Builtin.of("dirOf", Paths::dirOf));
        registry.add(Builtin.of("toPath", Paths::toPath));
    }

    /** What follows the last slash; one slash at the end does not count. */
    static String baseName(String path) {
        int end = path.length();
        if (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static Value baseNameOf(Value value) {
        StringValue path = Coercion.toText(
                value, Coercion.Mode.PLAIN, "while evaluating the first argument passed to builtins.baseNameOf");
        return new StringValue(baseName(path.text()), path.context());
    }

    /** The spelling of an absolute path without {@code .}, {@code ..} and needless slashes, as a string. */
    private static Value toPath(Value value) {
        String during = "while evaluating the first argument passed to builtins.toPath";
        PathValue path = Coercion.toPath(value, during);
        return new StringValue(
                path.path(), Coercion.toText(value, Coercion.Mode.PLAIN, during).context());
    }

    private static Value dirOf(Value value) {
        if (value.force() instanceof PathValue path) {
            int slash = path.path().lastIndexOf('/');
            return new PathValue(slash <= 0 ? "/" : path.path().substring(0, slash));
        }
        StringValue path = Coercion.toText(
                value, Coercion.Mode.PLAIN, "while evaluating the first argument passed to 'builtins.dirOf'");
        int slash = path.text().lastIndexOf('/');
        String directory = slash < 0 ? "." : slash == 0 ? "/" : path.text().substring(0, slash);
        return new StringValue(directory, path.context());
    }
}

package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** Functions that read files. All of them go through {@link Files}, which decides what may be read. */
final class FileAccess {
    private static final String DURING = "while realising the context of a path";

    private FileAccess() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("import", FileAccess::importFile));
        registry.add(Builtin.of("pathExists", FileAccess::pathExists));
        registry.add(Builtin.of("readDir", FileAccess::readDir));
        registry.add(Builtin.of("readFile", FileAccess::readFile));
        registry.add(Builtin.of("readFileType", FileAccess::readFileType));
        registry.add(Builtin.of("scopedImport", FileAccess::scopedImport));
    }

    private static Value importFile(Value path) {
        return Evaluator.current().importPath(pathOf(path));
    }

    private static Value scopedImport(Value scope, Value path) {
        String file = pathOf(path);
        return Evaluator.current()
                .scopedImport(
                        Expect.attrs(scope, "while evaluating the first argument passed to builtins.scopedImport"),
                        file);
    }

    /** False for what must not be read, too. A string that ends in a slash asks for a directory. */
    private static Value pathExists(Value value) {
        String path = pathOf(value);
        boolean directory = value.force() instanceof StringValue text
                && (text.text().endsWith("/") || text.text().endsWith("/."));
        Files files = Evaluator.current().files();
        try {
            return BoolValue.of(directory ? files.exists(path + "/.") : files.type(path) != null);
        } catch (EvalException e) {
            if (e.kind() == EvalException.Kind.INPUT) {
                return BoolValue.FALSE;
            }
            throw e;
        }
    }

    private static Value readDir(Value path) {
        AttrsBuilder entries = new AttrsBuilder(16);
        Evaluator.current()
                .files()
                .list(pathOf(path))
                .forEach((name, type) -> entries.add(Symbol.of(name), new StringValue(type.nixName())));
        return entries.build();
    }

    private static Value readFile(Value value) {
        String path = pathOf(value);
        String text = Bytes.of(Evaluator.current().files().read(path));
        if (text.indexOf('\0') >= 0) {
            throw new EvalException(
                    EvalException.Kind.INPUT,
                    "the contents of the file '" + path + "' cannot be represented as a Nix string");
        }
        return new StringValue(text);
    }

    private static Value readFileType(Value value) {
        String path = pathOf(value);
        Files.FileType type = Evaluator.current().files().type(path);
        if (type == null) {
            throw new EvalException(EvalException.Kind.INPUT, "path '" + path + "' does not exist");
        }
        return new StringValue(type.nixName());
    }

    private static String pathOf(Value value) {
        return Coercion.toPath(value, DURING).path();
    }
}

package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;
import java.util.Map;

/** A file of the program: read, compiled and evaluated when its value is needed. */
final class FileNode extends Node {
    private final Evaluator evaluator;
    private final String path;

    FileNode(Evaluator evaluator, String path) {
        super(0);
        this.evaluator = evaluator;
        this.path = path;
    }

    @Override
    Value eval(Value[] frame) {
        return evaluator.load(path, Map.of()).force();
    }
}

package dev.fairlead.fuzz;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Value;
import java.util.Objects;

/** A reader of documents: a text has a value that a writer of documents takes too, or an error of the language. */
final class DocumentTarget implements Target {
    private final String reader;
    private final String writer;

    private DocumentTarget(String reader, String writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** The target of two builtins. */
    static DocumentTarget of(String reader, String writer) {
        return new DocumentTarget(reader, writer);
    }

    @Override
    public void read(byte[] input) {
        Language.evaluate(evaluator -> {
            Value document = Language.call(evaluator, reader, Bytes.of(input));
            return Functions.call(Objects.requireNonNull(evaluator.builtins().get(writer), writer), document)
                    .force();
        });
    }
}

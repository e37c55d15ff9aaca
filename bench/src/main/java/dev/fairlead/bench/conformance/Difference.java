package dev.fairlead.bench.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file as Nix and as Fairlead understand it.
 *
 * @param doing what was done with the file
 */
record Difference(String doing, Path file, Evaluation theirs, Evaluation ours) {
    private static final int SHOWN = 300;

    /** What one of the two says, and the change of the language that explains it. */
    private record Change(Pattern theirs, Pattern ours, String reason) {}

    private static final Pattern ANYTHING = Pattern.compile("");

    private static final List<Change> CHANGES = List.of(
            change(
                    "attribute '\\S+' already defined",
                    "",
                    "dotted and plain definitions of one attribute merge at every depth"),
            change(
                    "(attribute|undefined variable) '(__)?(readFileType|convertHash|warn|traceVerbose|break|getFlake"
                            + "|parseFlakeRef|flakeRefToString|fetchTree|addDrvOutputDependencies|outputOf)'",
                    "",
                    "the builtin is newer than 2.8"),
            change("stack overflow|^$", "", "Nix runs out of its stack"),
            change("", "max-call-depth exceeded", "2.8 does not limit how deep calls nest"),
            change("", "integer overflow in |outside of Nix integer range|too large integer", "2.8 wraps around"),
            change("", "because it contains null bytes", "2.8 accepts zero bytes in strings"),
            change("", "invalid UTF-8 byte", "2.8 writes JSON that is not UTF-8"),
            change("", "invalid derivation output name", "2.8 accepts every name of an output"),
            change("", "dynamic attribute '\\S+' already", "2.8 takes the last of several dynamic attributes"),
            change("", "nothing is downloaded during evaluation", "Fairlead downloads nothing"));

    private static Change change(String theirs, String ours, String reason) {
        return new Change(
                theirs.isEmpty() ? ANYTHING : Pattern.compile(theirs),
                ours.isEmpty() ? ANYTHING : Pattern.compile(ours),
                reason);
    }

    boolean agrees() {
        return theirs.succeeded() ? ours.succeeded() && theirs.text().equals(ours.text()) : !ours.succeeded();
    }

    /** Which difference of versions it is; null if none is known. */
    @Nullable
    String reason() {
        if (theirs.succeeded() && ours.succeeded()) {
            return theirs.text().replace("\\$", "$").equals(ours.text().replace("\\$", "$"))
                    ? "2.8 prints every dollar sign with a backslash"
                    : null;
        }
        for (Change change : CHANGES) {
            boolean explains = change.theirs()
                            .matcher(theirs.succeeded() ? "" : theirs.text())
                            .find()
                    && change.ours()
                            .matcher(ours.succeeded() ? "" : ours.text())
                            .find()
                    && (change.theirs() == ANYTHING) == theirs.succeeded();
            if (explains) {
                return change.reason();
            }
        }
        return null;
    }

    String describe() {
        String reason = reason();
        return doing + " " + file + (reason == null ? "" : " (" + reason + ")") + "\n  Nix:      " + shown(theirs)
                + "\n  Fairlead: " + shown(ours);
    }

    private static String shown(Evaluation evaluation) {
        String text = evaluation.succeeded() || evaluation.lastMessage().isEmpty()
                ? evaluation.text()
                : evaluation.lastMessage();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}

package dev.fairlead.fleet.incremental;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which definitions of a file an edit touched, by what is written and not by what it means: {@code den.hosts.x.h.tags} if
 * an item of that list was added. Where two expressions are not both sets, or both functions, they differ as a whole.
 */
final class Differences {
    private final String before;
    private final String now;
    private final Set<String> paths = new TreeSet<>();

    private Differences(String before, String now) {
        this.before = before;
        this.now = now;
    }

    /**
     * The paths of the definitions that differ.
     *
     * @throws dev.fairlead.nix.syntax.SyntaxException if one of the texts is not of the language
     */
    static Set<String> between(String before, String now) {
        var differences = new Differences(before, now);
        differences.compare(tree(before), tree(now), "");
        return differences.paths;
    }

    private static Expr tree(String text) {
        Source source = new Sources().add("edited", "/", text);
        return Parser.parse(source);
    }

    private void compare(Expr was, Expr is, String path) {
        if (was instanceof Expr.Attrs old && is instanceof Expr.Attrs young) {
            compare(old.bindings(), young.bindings(), path);
        } else if (was instanceof Expr.Lambda old && is instanceof Expr.Lambda young) {
            note(
                    before.substring(old.start(), old.body().start()),
                    now.substring(young.start(), young.body().start()),
                    path);
            compare(old.body(), young.body(), path);
        } else {
            note(before.substring(was.start(), was.end()), now.substring(is.start(), is.end()), path);
        }
    }

    private void note(String was, String is, String path) {
        if (!was.equals(is)) {
            paths.add(path);
        }
    }

    private void compare(Expr.Bindings was, Expr.Bindings is, String path) {
        if (!was.dynamic().isEmpty() || !is.dynamic().isEmpty()) {
            paths.add(path);
        }
        var names = new TreeSet<>(was.attrs().keySet());
        names.addAll(is.attrs().keySet());
        for (String name : names) {
            String below = path + "." + name;
            Binding old = was.attrs().get(name);
            Binding young = is.attrs().get(name);
            if (old instanceof Binding.Plain plain && young instanceof Binding.Plain other) {
                compare(plain.value(), other.value(), below);
            } else if (old == null || young == null || !old.getClass().equals(young.getClass())) {
                paths.add(below);
            }
        }
    }
}

package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Literals;
import org.jspecify.annotations.Nullable;

/**
 * An attribute path such as {@code den.hosts.x86_64-linux.web1}, shared with those that begin alike.
 *
 * @param parent null for a path of one name
 * @param name a byte string
 */
public record AttrPath(@Nullable AttrPath parent, String name) {
    /** The path of an attribute of what stands at this one. */
    public AttrPath child(String attribute) {
        return new AttrPath(this, attribute);
    }

    /** As the language writes it, a byte string: names that need quotes have them. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        if (parent != null) {
            parent.append(out);
            out.append('.');
        }
        Literals.appendName(out, name);
    }
}

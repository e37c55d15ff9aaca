package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The modules that a {@code settings} or class facet consists of. */
public final class Modules {
    private Modules() {}

    /**
     * The modules of a facet, in order: what {@code lib.mkMerge} holds, wherever it was written, else the value itself.
     * Forces the facet, not what the modules contain.
     *
     * @param position where the facet is written
     */
    public static List<Definition> of(Value facet, int position) {
        var modules = new ArrayList<Definition>();
        collect(facet, position, modules);
        return modules;
    }

    private static void collect(Value facet, int position, List<Definition> modules) {
        Value value = facet.force();
        Value contents = value instanceof AttrsValue set && "merge".equals(Properties.tag(set))
                ? set.get(Properties.CONTENTS)
                : null;
        if (contents != null && contents.force() instanceof ListValue list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), list.position(i) == 0 ? position : list.position(i), modules);
            }
        } else {
            modules.add(new Definition(value, position));
        }
    }
}

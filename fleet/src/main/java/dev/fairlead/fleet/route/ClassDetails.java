package dev.fairlead.fleet.route;

import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong with the parts of {@code den.classes.<c>} that no backend depends on. */
record ClassDetails(FacetReader facet) {
    private static final List<String> KNOWN = List.of("args", "backend", "backends", "description", "output");

    void check(Declared declared) {
        if (!(facet.force(declared.value(), declared.location()) instanceof AttrsValue set)) {
            return;
        }
        for (int i = 0; i < set.size(); i++) {
            Place place = facet.place(set, i, declared.location());
            String name = Bytes.decode(set.name(i).name());
            String path = "den.classes." + declared.name() + "." + name;
            switch (name) {
                case "args" -> checkArguments(set.value(i), path, place);
                case "description" -> facet.text(set.value(i), path, place);
                default -> checkName(name, path, place);
            }
        }
    }

    private void checkArguments(Value cell, String path, @Nullable Place place) {
        Value value = facet.force(cell, place);
        if (value instanceof ListValue list) {
            for (int i = 0; i < list.size(); i++) {
                facet.text(list.get(i), "item " + (i + 1) + " of " + path, facet.place(list, i, place));
            }
        } else if (!(value instanceof AttrsValue)) {
            facet.wrong(value, path, "a list of names or a set with them", place);
        }
    }

    private void checkName(String name, String path, @Nullable Place place) {
        String nearest = KNOWN.contains(name) ? null : Suggestions.nearest(name, KNOWN);
        if (nearest != null) {
            facet.unknown(path, nearest, place);
        }
    }
}

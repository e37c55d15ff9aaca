package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A set with a cell for each field, nested as the paths of the fields are. */
record FieldTree(Function<Field, Value> cell) {
    AttrsValue of(List<Field> fields) {
        return of(fields, 0);
    }

    private AttrsValue of(List<Field> fields, int depth) {
        Map<Symbol, List<Field>> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.computeIfAbsent(field.path().get(depth), _ -> new ArrayList<>())
                    .add(field);
        }
        var set = new AttrsBuilder(byName.size());
        byName.forEach((name, below) -> {
            Field first = below.getFirst();
            boolean leaf = first.path().size() == depth + 1;
            set.add(name, leaf ? cell.apply(first) : of(below, depth + 1));
        });
        return set.build();
    }
}

package dev.fairlead.fleet.route;

import dev.fairlead.fleet.declare.Classes;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routed classes of a fleet: those that ship with Fairlead, and what {@code den.classes} says of them and of others. */
final class RoutedClasses {
    private final SortedMap<String, RoutedClass> classes = new TreeMap<>();

    private RoutedClasses() {}

    /** @param facet reads what is declared; what is wrong with a name was reported when the declarations were read */
    static RoutedClasses read(List<Declared> declared, FacetReader facet) {
        var routed = new RoutedClasses();
        Classes.ROUTED.forEach((name, backends) -> routed.classes.put(
                name,
                new RoutedClass(name, backends.getFirst(), new TreeSet<>(backends), new TreeSet<>(backends), null)));
        for (Declared one : declared) {
            if (facet.force(one.value(), one.location()) instanceof AttrsValue set) {
                routed.register(one, set, facet);
            }
        }
        return routed;
    }

    private void register(Declared declared, AttrsValue set, FacetReader facet) {
        RoutedClass known = classes.get(declared.name());
        Value backend = set.get("backend");
        Value translators = set.get("backends");
        if (backend == null && translators == null) {
            return;
        }
        String standard = known == null ? null : known.standard();
        var backends = new TreeSet<String>(known == null ? List.of() : known.backends());
        var translating = new TreeSet<String>(known == null ? List.of() : known.translators());
        if (backend != null && facet.force(backend, declared.location()) instanceof StringValue text) {
            standard = Bytes.decode(text.text());
            backends.add(standard);
        }
        if (translators != null && facet.force(translators, declared.location()) instanceof AttrsValue each) {
            for (int i = 0; i < each.size(); i++) {
                String name = Bytes.decode(each.name(i).name());
                backends.add(name);
                if (facet.force(each.value(i), declared.location()) != NullValue.NULL) {
                    translating.add(name);
                }
            }
        }
        classes.put(
                declared.name(),
                new RoutedClass(declared.name(), standard, backends, translating, declared.location()));
    }

    @Nullable
    RoutedClass find(String name) {
        return classes.get(name);
    }

    Collection<RoutedClass> all() {
        return classes.values();
    }
}

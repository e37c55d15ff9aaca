package dev.fairlead.fleet.route;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Contradictions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code backends}: {@code { reverse-proxy = "caddy"; }}. */
final class BackendReader {
    private final RoutedClasses routed;
    private final Set<String> classes;
    private final Findings findings;

    /** @param classes the names of all classes, for telling one that is not routed from one that is not there */
    BackendReader(RoutedClasses routed, Set<String> classes, Findings findings) {
        this.routed = routed;
        this.classes = classes;
        this.findings = findings;
    }

    /**
     * The choices that make sense, by class.
     *
     * @param by the id of who chooses
     * @param path how messages call the set, and what is in it when given {@code .<class>}
     */
    SortedMap<String, BackendChoice> read(
            Value cell, String by, UnaryOperator<String> path, @Nullable Place near, FacetReader facet) {
        var choices = new TreeMap<String, BackendChoice>();
        AttrsValue set = facet.attrs(cell, path.apply(""), near);
        for (int i = 0; set != null && i < set.size(); i++) {
            String name = Bytes.decode(set.name(i).name());
            Place place = facet.place(set, i, near);
            RoutedClass of = routed.find(name);
            if (of == null) {
                findings.add(unknownClass(name, by, place));
                continue;
            }
            String backend = facet.text(set.value(i), path.apply("." + name), place);
            if (backend != null && of.backends().contains(backend)) {
                choices.put(name, new BackendChoice(backend, by, place));
            } else if (backend != null) {
                findings.add(unknownBackend(of, backend, by, place));
            }
        }
        return choices;
    }

    /** What was read, with what rules say in place of it. Of two rules the higher priority decides. */
    SortedMap<String, BackendChoice> changed(SortedMap<String, BackendChoice> read, List<Change.Backend> changes) {
        var choices = new TreeMap<>(read);
        var strongest = new TreeMap<String, Change.Backend>();
        for (Change.Backend change : changes) {
            RoutedClass of = routed.find(change.of());
            Place place = change.because().place();
            if (of == null) {
                findings.add(unknownClass(change.of(), change.because().layer(), place));
            } else if (!of.backends().contains(change.backend())) {
                findings.add(
                        unknownBackend(of, change.backend(), change.because().layer(), place));
            } else {
                strongest.merge(change.of(), change, BinaryOperator.minBy(Contradictions.STRONGEST_FIRST));
            }
        }
        strongest.forEach((name, change) -> choices.put(
                name,
                new BackendChoice(
                        change.backend(),
                        change.because().layer(),
                        change.because().place())));
        return choices;
    }

    private Finding unknownClass(String name, String by, @Nullable Place place) {
        List<String> known = routed.all().stream().map(RoutedClass::name).toList();
        return Finding.of(
                        FindingId.UNKNOWN_CLASS,
                        by + " chooses a backend for " + name
                                + (classes.contains(name)
                                        ? ", which is no routed class: its content is written out as it is."
                                        : ", but there is no such class."))
                .subject(by)
                .at(place)
                .fix(classes.contains(name) ? "leave the choice out" : fix(name, known, "register den.classes." + name))
                .build();
    }

    private static Finding unknownBackend(RoutedClass of, String backend, String by, @Nullable Place place) {
        return Finding.of(
                        FindingId.UNKNOWN_BACKEND,
                        by + " chooses the backend " + backend + " for " + of.name() + ", which has no such backend.")
                .subject(by)
                .at(place)
                .related(of.location() == null ? List.of() : List.of(new Related("the class", of.location())))
                .fix(fix(backend, of.backends(), "choose one of " + String.join(", ", of.backends())))
                .build();
    }

    private static String fix(String name, Collection<String> known, String otherwise) {
        String nearest = Suggestions.nearest(name, known);
        return nearest == null ? otherwise : "did you mean \"" + nearest + "\"?";
    }
}

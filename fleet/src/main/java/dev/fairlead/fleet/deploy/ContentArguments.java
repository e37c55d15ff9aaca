package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Facets;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.Formals.Formal;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What content of a class may ask for: the context of its service, what every target gives, and what
 * {@code den.classes.<class>.args} says that this one gives. Content is called when it is written out, where a misspelt
 * argument would be missed by the target; so it is told here.
 */
final class ContentArguments {
    private static final Set<String> TARGET = Set.of("pkgs", "config", "options", "modulesPath", "inputs");

    private final Facets facets;
    private final Map<String, Value> declared = new HashMap<>();

    ContentArguments(Facets facets, Declarations declarations) {
        this.facets = facets;
        for (Declared each : declarations.registries().classes()) {
            declared.put(each.name(), each.value());
        }
    }

    /** @param path how messages call the content: {@code den.aspects.dns.nixos} */
    void check(String of, Value content, String path, @Nullable Place place, FacetReader facet) {
        if (!(facet.force(content, place) instanceof FunctionValue function)) {
            return;
        }
        Formals formals = function.formals();
        Set<String> known = null;
        for (Formal formal : formals == null ? Set.<Formal>of() : formals.formals()) {
            String name = Bytes.decode(formal.name().name());
            if (!formal.optional() && !facets.isContext(name) && !TARGET.contains(name)) {
                known = known == null ? further(of, place, facet) : known;
                if (!known.contains(name)) {
                    facet.report(unknown(of, name, path, known), place);
                }
            }
        }
    }

    private Finding.Builder unknown(String of, String name, String path, Set<String> further) {
        var all = new TreeSet<>(further);
        all.addAll(TARGET);
        all.addAll(Facets.ARGUMENTS);
        String nearest = Suggestions.nearest(name, all);
        return Finding.of(
                        FindingId.UNKNOWN_ARGUMENT,
                        path + " asks for \"" + name + "\", which content for " + of + " does not get.")
                .fix(
                        nearest != null
                                ? "did you mean \"" + nearest + "\"?"
                                : "if what the content is written for gives it, say so: den.classes." + of
                                        + ".args = [ \"" + name + "\" ];");
    }

    /** What {@code args} of a class names: a list of names, or a set with them. */
    private Set<String> further(String of, @Nullable Place place, FacetReader facet) {
        var names = new TreeSet<String>();
        Value said = declared.get(of);
        Value args = said != null && facet.force(said, place) instanceof AttrsValue set ? set.get("args") : null;
        switch (args == null ? null : facet.force(args, place)) {
            case AttrsValue set -> {
                for (int i = 0; i < set.size(); i++) {
                    names.add(Bytes.decode(set.name(i).name()));
                }
            }
            case ListValue list -> {
                for (Value item : list.items()) {
                    if (facet.force(item, place) instanceof StringValue name) {
                        names.add(Bytes.decode(name.text()));
                    }
                }
            }
            case null, default -> {}
        }
        return names;
    }
}

package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Facets;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads aspects. One whose facets ask nothing of their context reads the same in every scope and is read once, so a
 * fleet costs what its aspects cost, not what its services cost.
 */
final class AspectReader {
    private final Declarations declarations;
    private final ContentArguments arguments;
    private final Map<Value, AspectBody> everywhere = new HashMap<>();

    AspectReader(Declarations declarations) {
        this.declarations = declarations;
        this.arguments = new ContentArguments(declarations.facets(), declarations);
    }

    /**
     * Reads an aspect.
     *
     * @param name how messages call it
     * @param facet reads in the scope at hand; made for this call
     */
    AspectBody read(String name, Value definition, @Nullable Place near, FacetReader facet) {
        AspectBody known = everywhere.get(definition);
        if (known != null) {
            return known;
        }
        AttrsValue attrs = facet.attrs(definition, name, near);
        AspectBody body = attrs == null
                ? new AspectBody(Meta.NONE.unknown(), List.of(), List.of(), List.of(), Map.of())
                : body(attrs, name, near, facet);
        if (!facet.isContextual()) {
            everywhere.put(definition, body);
        }
        return body;
    }

    private AspectBody body(AttrsValue attrs, String name, @Nullable Place near, FacetReader facet) {
        Meta meta = Meta.NONE;
        List<Listed> includes = List.of();
        List<Listed> excludes = List.of();
        boolean included = true;
        var classes = new ArrayList<String>();
        var written = new HashMap<String, Written>();
        for (int i = 0; i < attrs.size(); i++) {
            String key = Bytes.decode(attrs.name(i).name());
            Place place = facet.place(attrs, i, near);
            if (!key.equals("includes") && !key.equals("excludes")) {
                written.put(key, new Written(attrs.value(i), attrs.position(i), place));
            }
            switch (key) {
                case "meta" -> meta = new MetaReader(facet, name + ".meta").read(attrs.value(i), place);
                case "includes" -> {
                    int before = facet.failures();
                    includes = listed(attrs.value(i), name + ".includes", place, facet);
                    included = facet.failures() == before;
                }
                case "excludes" -> excludes = listed(attrs.value(i), name + ".excludes", place, facet);
                default -> {
                    switch (kindOf(key, attrs.value(i), place, facet)) {
                        case CLASS, BACKEND -> {
                            classes.add(key);
                            arguments.check(key, attrs.value(i), name + "." + key, place, facet);
                        }
                        case UNKNOWN -> facet.report(declarations.facets().unknown(name + "." + key, key), place);
                        case FACET, ASPECT, HIDDEN -> {}
                    }
                }
            }
        }
        return new AspectBody(included ? meta : meta.unknown(), includes, excludes, classes, written);
    }

    /**
     * What an attribute is. In an aspect that is declared as a set, what is nothing was reported there, in the same
     * words; what a function gives, and what an include writes out, is first seen here.
     */
    private Facets.Kind kindOf(String name, Value cell, @Nullable Place place, FacetReader facet) {
        Facets facets = declarations.facets();
        Facets.Kind kind = facet.attempt(() -> facets.kindOf(name, cell), place);
        return kind == null ? Facets.Kind.HIDDEN : kind;
    }

    private static List<Listed> listed(Value cell, String name, @Nullable Place near, FacetReader facet) {
        ListValue list = facet.list(cell, name, near);
        var all = new ArrayList<Listed>();
        for (int i = 0; list != null && i < list.size(); i++) {
            Place place = facet.place(list, i, near);
            for (Definition item : facet.item(list.get(i), list.position(i), place)) {
                all.add(new Listed(item.value(), place));
            }
        }
        return all;
    }
}

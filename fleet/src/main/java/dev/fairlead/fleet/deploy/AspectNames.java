package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Facets;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import org.jspecify.annotations.Nullable;

/** Looks up aspects that are named by their path. */
record AspectNames(AspectTree aspects, Facets facets, Doubt doubt, Findings findings) {

    /**
     * The aspect of a path; null, with a finding, if there is none.
     *
     * @param subject the id of the scope or service that names it
     * @param verb what it does with it: {@code includes}
     */
    @Nullable
    Aspect find(String path, String subject, String verb, @Nullable Place place) {
        Aspect aspect = aspects.find(path);
        if (aspect == null && !doubt.everywhere() && !isUnknownFacet(path)) {
            String nearest = Suggestions.nearest(
                    path, aspects.all().stream().map(Aspect::path).toList());
            findings.add(Finding.of(
                            FindingId.UNKNOWN_ASPECT,
                            subject + " " + verb + " \"" + path + "\", but den.aspects declares no such aspect.")
                    .subject(subject)
                    .at(place)
                    .fix(nearest == null ? "declare den.aspects." + path : "did you mean \"" + nearest + "\"?")
                    .build());
        }
        return aspect;
    }

    /** What stands where an aspect of this path would, and is none: that was reported there. */
    private boolean isUnknownFacet(String path) {
        int dot = path.lastIndexOf('.');
        Aspect around = dot < 0 ? null : aspects.find(path.substring(0, dot));
        String name = path.substring(dot + 1);
        return around != null
                && facets.kindOf(name) == Facets.Kind.UNKNOWN
                && around.definition().force() instanceof AttrsValue set
                && set.get(Bytes.encode(name)) != null;
    }
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet declares, before anything is deployed: its scopes, its aspects by path, its classes. What depends on
 * where an aspect is deployed (its facets, includes that are functions) is still a Nix value.
 *
 * @param facets what attributes of aspects are, with all registered classes and backends
 * @param registries what is declared under names of its own: kinds, contracts, channels, rules, classes
 * @param globals what functions of the fleet may ask for wherever they stand
 * @param references what can be referred to by name
 * @param findings what is wrong with the declarations themselves
 * @param dialect how they are written
 * @param excluded the ids of services that there must not be
 */
public record Declarations(
        Scopes scopes,
        AspectTree aspects,
        Facets facets,
        Registries registries,
        Globals globals,
        References references,
        List<Finding> findings,
        Dialect dialect,
        Set<String> excluded) {

    public Declarations {
        findings = List.copyOf(findings);
        excluded = Set.copyOf(excluded);
    }

    /**
     * A scope as declared.
     *
     * @param id {@code fleet}, {@code env:<e>}, {@code host:<h>}, {@code user:<u>@<h>}, {@code <kind>:<name>}
     * @param kind {@code fleet}, {@code environment}, {@code host}, {@code user}, or a kind of the fleet's own
     * @param parent the id of the scope around it; null for the fleet
     * @param system of a host, such as {@code x86_64-linux}
     * @param tags its own, then those of its environment, each once
     * @param attributes the whole declared set, merged; {@code host.<attr>} reads it
     */
    public record ScopeDeclaration(
            String id,
            String kind,
            String name,
            @Nullable String parent,
            @Nullable String system,
            List<Listed> includes,
            List<Reference> imports,
            List<Reference> tags,
            List<Choice> bindings,
            List<Exposure> expose,
            AttrsValue attributes,
            @Nullable Place location) {

        /** The same with other imports. */
        ScopeDeclaration importing(List<Reference> others) {
            return new ScopeDeclaration(
                    id, kind, name, parent, system, includes, others, tags, bindings, expose, attributes, location);
        }

        /** What others see of it: where it is, and how far it is shown. */
        public ScopeDeclaration bare() {
            return new ScopeDeclaration(
                    id,
                    kind,
                    name,
                    parent,
                    system,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    expose,
                    AttrsValue.EMPTY,
                    location);
        }

        /** The same, with the tags of what is around it as well. */
        ScopeDeclaration withTagsOf(ScopeDeclaration around) {
            var all = new LinkedHashMap<String, Reference>();
            tags.forEach(tag -> all.putIfAbsent(tag.name(), tag));
            around.tags().forEach(tag -> all.putIfAbsent(tag.name(), tag));
            return new ScopeDeclaration(
                    id,
                    kind,
                    name,
                    parent,
                    system,
                    includes,
                    imports,
                    List.copyOf(all.values()),
                    bindings,
                    expose,
                    attributes,
                    location);
        }

        /** The scope with other includes, tags and bindings. */
        public ScopeDeclaration with(List<Listed> others, List<Reference> labels, List<Choice> choices) {
            return new ScopeDeclaration(
                    id, kind, name, parent, system, others, imports, labels, choices, expose, attributes, location);
        }

        /** The same, with other attributes. */
        public ScopeDeclaration with(AttrsValue others) {
            return new ScopeDeclaration(
                    id, kind, name, parent, system, includes, imports, tags, bindings, expose, others, location);
        }
    }

    /**
     * An item of a list of includes: an aspect, a path, a function, or {@code { aspect; instance; settings; }}.
     *
     * @param by what includes it if that is not the scope or service whose list it is in: {@code rule:<name>}
     */
    public record Listed(
            Value value, @Nullable Place location, @Nullable String by) {
        public Listed(Value value, @Nullable Place location) {
            this(value, location, null);
        }
    }

    /** A name and where it was written; in {@code imports} a scope id such as {@code env:base}. */
    public record Reference(String name, @Nullable Place location) {}

    /**
     * {@code bindings.<capability> = "<service>"}.
     *
     * @param by who chooses: the id of a scope, or {@code rule:<name>}
     */
    public record Choice(
            String capability,
            String service,
            String by,
            @Nullable Place location) {}

    /** {@code expose.<capability> = "<visibility>"}. */
    public record Exposure(
            String capability, String visibility, @Nullable Place location) {}

    /** The name of the fleet. */
    public String name() {
        return scopes.fleet().name();
    }

    /** All registered classes and their backends, shipped ones included. */
    public Classes classes() {
        return facets.classes();
    }

    /** The same fleet with each scope changed. */
    public Declarations with(UnaryOperator<ScopeDeclaration> change) {
        return with(scopes.with(change), findings);
    }

    /** The same fleet, with more that is wrong with it. */
    public Declarations and(List<Finding> more) {
        var all = new Findings();
        all.addAll(findings);
        all.addAll(more);
        return with(scopes, all.sorted());
    }

    private Declarations with(Scopes others, List<Finding> found) {
        return new Declarations(others, aspects, facets, registries, globals, references, found, dialect, excluded);
    }
}

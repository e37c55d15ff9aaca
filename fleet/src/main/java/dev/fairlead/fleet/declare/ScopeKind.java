package dev.fairlead.fleet.declare;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may be declared on a kind of scope.
 *
 * @param name {@code fleet}, {@code environment}, {@code host}, {@code user}, or a kind of the fleet's own
 * @param parent the kind of the scope around it; null for the fleet
 * @param attributes those that have a meaning
 * @param options those that {@code den.kinds.<kind>.options} declares; null if it may declare any
 * @param strict true if {@code den.kinds.<kind>.strict} is: there must be no others
 */
record ScopeKind(
        String name,
        @Nullable String parent,
        Set<String> attributes,
        @Nullable Set<String> options,
        boolean strict) {
    static final String FLEET = "fleet";
    static final String ENVIRONMENT = "environment";
    static final String HOST = "host";
    static final String USER = "user";

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            FLEET,
            Set.of("name", "settings", "includes", "excludes", "tags", "bindings", "backends", "ports"),
            ENVIRONMENT,
            Set.of("settings", "includes", "excludes", "imports", "tags", "bindings", "backends", "expose"),
            HOST,
            Set.of(
                    ENVIRONMENT,
                    "settings",
                    "includes",
                    "excludes",
                    "imports",
                    "users",
                    "tags",
                    "bindings",
                    "backends",
                    "expose"),
            USER,
            Set.of("settings", "includes", "excludes", "tags", "bindings", "backends"));

    /** A kind that nothing more is said of. */
    static ScopeKind of(String name, @Nullable String parent) {
        Set<String> known = ATTRIBUTES.get(name);
        return new ScopeKind(name, parent, known == null ? attributesBelow(parent) : known, Set.of(), false);
    }

    /** Of a kind of the fleet's own: what environments have, and where it belongs. */
    private static Set<String> attributesBelow(@Nullable String parent) {
        var attributes = new TreeSet<>(ATTRIBUTES.getOrDefault(ENVIRONMENT, Set.of()));
        if (parent != null && !parent.equals(FLEET)) {
            attributes.add(parent);
        }
        return attributes;
    }

    ScopeKind with(@Nullable Set<String> declared, boolean strictness) {
        return new ScopeKind(name, parent, attributes, declared, strictness);
    }

    /** True if every fleet has it. */
    boolean isBuiltIn() {
        return ATTRIBUTES.containsKey(name);
    }

    /** Reports an attribute that may be a misspelling, or that must not be there. */
    void check(Fact attribute) {
        if (options != null) {
            Names.checkKnown(attribute, attributes, options, strict);
        }
    }
}

package dev.fairlead.fleet.declare;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What may be declared on a kind of scope.
 *
 * @param name {@code fleet}, {@code environment}, {@code host} or {@code user}
 * @param attributes those that have a meaning
 * @param options those that {@code den.kinds.<kind>.options} declares
 * @param strict true if {@code den.kinds.<kind>.strict} is: there must be no others
 */
record ScopeKind(String name, Set<String> attributes, Set<String> options, boolean strict) {
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "fleet", Set.of("name", "settings", "includes", "excludes", "tags", "bindings", "backends", "ports"),
            "environment",
                    Set.of("settings", "includes", "excludes", "imports", "tags", "bindings", "backends", "expose"),
            "host",
                    Set.of(
                            "environment",
                            "settings",
                            "includes",
                            "excludes",
                            "imports",
                            "users",
                            "tags",
                            "bindings",
                            "backends",
                            "expose"),
            "user", Set.of("settings", "includes", "excludes", "tags", "bindings", "backends"));

    /** A kind as {@code den} declares it. */
    static ScopeKind of(String name, Fact den) {
        Set<String> options = new HashSet<>();
        boolean strict = false;
        Fact kinds = den.attribute("kinds");
        Fact kind = kinds == null ? null : kinds.attribute(name);
        if (kind != null) {
            Fact declared = kind.attribute("options");
            if (declared != null) {
                declared.attributes().forEach(option -> options.add(option.name()));
            }
            Fact strictness = kind.attribute("strict");
            strict = strictness != null && strictness.isTrue();
        }
        return new ScopeKind(name, ATTRIBUTES.getOrDefault(name, Set.of()), options, strict);
    }

    /** Reports an attribute that may be a misspelling, or that must not be there. */
    void check(Fact attribute) {
        Names.checkKnown(attribute, attributes, options, strict);
    }
}

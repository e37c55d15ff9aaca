package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of itself in {@code meta}: its capabilities, its requirements and its imports.
 *
 * @param known false if what it provides could not be evaluated: it may provide more than this
 */
public record Meta(List<Provide> provides, List<Require> requires, List<Import> imports, boolean known) {
    static final Meta NONE = new Meta(List.of(), List.of(), List.of(), true);

    public Meta {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        imports = List.copyOf(imports);
    }

    /** The same, with something about it unknown. */
    Meta unknown() {
        return new Meta(provides, requires, imports, false);
    }

    /** The same, and what another says besides; of two entries for one capability the later stands. */
    Meta with(Meta other) {
        var provided = new LinkedHashMap<String, Provide>();
        provides.forEach(provide -> provided.put(provide.capability(), provide));
        other.provides.forEach(provide -> provided.put(provide.capability(), provide));
        var required = new LinkedHashMap<String, Require>();
        requires.forEach(require -> required.put(require.aspectOnly() + require.capability(), require));
        other.requires.forEach(require -> required.put(require.aspectOnly() + require.capability(), require));
        return new Meta(List.copyOf(provided.values()), List.copyOf(required.values()), imports, known && other.known);
    }

    /** How far a capability is seen from the service that provides it. */
    public enum Visibility {
        SERVICE,
        USER,
        HOST,
        ENVIRONMENT,
        FLEET;

        private final String text = name().toLowerCase(Locale.ROOT);

        /** As declarations spell it. */
        public String text() {
            return text;
        }

        /** The visibility with this spelling, if declarations may use it. */
        public static @Nullable Visibility parse(String text) {
            return switch (text) {
                case "service" -> SERVICE;
                case "host" -> HOST;
                case "environment" -> ENVIRONMENT;
                case "fleet" -> FLEET;
                default -> null;
            };
        }
    }

    /** How many providers a requirement wants. */
    public enum Cardinality {
        ONE,
        OPTIONAL,
        MANY,
        SOME;

        private final String text = name().toLowerCase(Locale.ROOT);

        /** As declarations spell it. */
        public String text() {
            return text;
        }

        /** Whether more than one provider may meet it. */
        public boolean isPlural() {
            return this == MANY || this == SOME;
        }

        static @Nullable Cardinality parse(String text) {
            return switch (text) {
                case "one" -> ONE;
                case "optional" -> OPTIONAL;
                case "many" -> MANY;
                case "some" -> SOME;
                default -> null;
            };
        }
    }

    /**
     * A capability that is offered.
     *
     * @param visibility null where the declaration leaves it to the default
     * @param data the result data, a cell
     */
    public record Provide(
            String capability,
            @Nullable Visibility visibility,
            Value data,
            @Nullable Place location) {}

    /**
     * A capability that is needed.
     *
     * @param aspectOnly true if it was written {@code service:<name>}: only the aspect of that name will do
     * @param late true if the provider need not be there first
     * @param listed true if it is written as a name in a list, not as an attribute
     * @param read false if something about it could not be read: nobody knows what would meet it
     * @param from a selector of providers, or null if any will do
     * @param request what the service asks of the provider, a set, or null
     */
    public record Require(
            String capability,
            boolean aspectOnly,
            Cardinality cardinality,
            boolean late,
            boolean listed,
            boolean read,
            @Nullable Written from,
            @Nullable Written request,
            @Nullable Place location) {
        /** The requirement as it is written: {@code dns}, or {@code service:dns} where only that aspect will do. */
        public String writtenAs() {
            return (aspectOnly ? "service:" : "") + capability;
        }
    }

    /** A scope or service whose capabilities are seen too, as written. */
    public record Import(String target, @Nullable Place location) {}
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.MergeRule;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Symbol;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the paths of a fleet merge: everything is data, but for the aspects. */
final class FleetRules {
    private final Supplier<Facets> facets;

    /** @param facets asked when an attribute of an aspect is read, since a fleet registers classes of its own */
    FleetRules(Supplier<Facets> facets) {
        this.facets = facets;
    }

    /** The rule for {@code den}. */
    MergeRule den() {
        return new Set() {
            @Override
            public MergeRule child(Symbol name) {
                return name.name().equals("aspects") ? aspects() : MergeRule.DATA;
            }
        };
    }

    private MergeRule aspects() {
        return new Set() {
            @Override
            public MergeRule child(Symbol name) {
                return new AspectRule(Bytes.decode(name.name()));
            }
        };
    }

    /** A set with rules for its attributes and none for itself. */
    private abstract static class Set implements MergeRule {
        @Override
        public boolean keepsModules() {
            return false;
        }

        @Override
        public boolean looksThroughFunctions() {
            return false;
        }

        @Override
        public @Nullable String aspect() {
            return null;
        }
    }

    /** The rule for an aspect, and for what may be one by its name. */
    private final class AspectRule implements MergeRule {
        private final String path;

        AspectRule(String path) {
            this.path = path;
        }

        @Override
        public MergeRule child(Symbol symbol) {
            String name = Bytes.decode(symbol.name());
            if (name.equals("settings")) {
                return MergeRule.MODULES;
            }
            return switch (facets.get().kindOf(name)) {
                case FACET -> MergeRule.FACET;
                case CLASS, BACKEND -> MergeRule.MODULES;
                case HIDDEN -> MergeRule.DATA;
                case ASPECT, UNKNOWN -> new AspectRule(path + "." + name);
            };
        }

        @Override
        public boolean keepsModules() {
            return false;
        }

        @Override
        public boolean looksThroughFunctions() {
            return true;
        }

        @Override
        public String aspect() {
            return path;
        }
    }
}

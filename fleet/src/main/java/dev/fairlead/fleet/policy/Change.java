package dev.fairlead.fleet.policy;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.nix.value.Value;

/**
 * One thing that a rule changes. Two changes are the same if they have the same {@link #key}: the values in them are
 * computed anew in every round, and compared by what they are as data.
 */
public sealed interface Change {
    /** The id of the scope or service that is changed. */
    String target();

    Because because();

    /** What is changed, in a form that can be compared, without who asked for it. */
    String key();

    /** What is told of it. */
    default Firing firing() {
        String action = switch (this) {
            case Include _ -> "include";
            case Exclude _ -> "exclude";
            case Tag _ -> "tag";
            case Require _ -> "require";
            case Provide _ -> "provide";
            case Bind _ -> "bind";
            case Assign _ -> "set";
            case Allocate _ -> "allocate";
            case Backend _ -> "backend";
        };
        String what = switch (this) {
            case Include include -> include.aspect();
            case Exclude exclude -> exclude.aspect();
            case Tag tag -> tag.tag();
            case Require require -> require.capability();
            case Provide provide -> provide.capability();
            case Bind bind -> bind.capability() + " to " + bind.service();
            case Assign assign -> assign.path();
            case Allocate allocate -> allocate.port() + " = " + allocate.number();
            case Backend backend -> backend.of() + " = " + backend.backend();
        };
        Because because = because();
        return new Firing(because.rule(), because.fact(), action, target(), what, because.place());
    }

    /**
     * An aspect is included in a scope.
     *
     * @param include as a list of includes has it: an aspect, its path, or {@code { aspect; instance; settings; }}
     * @param aspect its path, or what to call it if it has none
     * @param name what the include is told apart by
     */
    record Include(String target, Value include, String aspect, String name, Because because) implements Change {
        @Override
        public String key() {
            return "include " + target + " " + name;
        }
    }

    /** An aspect is kept out of a scope and below. */
    record Exclude(String target, String aspect, Because because) implements Change {
        @Override
        public String key() {
            return "exclude " + target + " " + aspect;
        }
    }

    /** A scope or a service has one more tag. */
    record Tag(String target, String tag, Because because) implements Change {
        @Override
        public String key() {
            return "tag " + target + " " + tag;
        }
    }

    /**
     * A service has one more requirement.
     *
     * @param entry what could stand behind {@code meta.requires.<capability>}
     * @param data the entry in a form that can be compared
     */
    record Require(String target, String capability, Value entry, String data, Because because) implements Change {
        @Override
        public String key() {
            return "require " + target + " " + capability + " " + data;
        }
    }

    /**
     * A service provides one more capability.
     *
     * @param entry what could stand behind {@code meta.provides.<capability>}
     * @param data the entry in a form that can be compared
     */
    record Provide(String target, String capability, Value entry, String data, Because because) implements Change {
        @Override
        public String key() {
            return "provide " + target + " " + capability + " " + data;
        }
    }

    /** Requirements of a service, or of all services in a scope, are bound to a provider. */
    record Bind(String target, String capability, String service, Because because) implements Change {
        @Override
        public String key() {
            return "bind " + target + " " + capability + " " + service;
        }

        /** The choice, as scopes and services have it. */
        public Choice choice() {
            return new Choice(capability, service, because.layer(), because.place());
        }
    }

    /**
     * A setting has a value in the layer before all others.
     *
     * @param path the path of the setting below {@code settings}: {@code nginx.port}
     * @param data the value in a form that can be compared
     * @param position where the value is written, or 0
     */
    record Assign(String target, String path, Value value, String data, int position, Because because)
            implements Change {
        @Override
        public String key() {
            return "set " + target + " " + path + " " + data;
        }
    }

    /** A port of a service has a number. */
    record Allocate(String target, String port, int number, Because because) implements Change {
        @Override
        public String key() {
            return "allocate " + target + " " + port + " " + number;
        }
    }

    /** A scope or service uses a backend for a class. */
    record Backend(String target, String of, String backend, Because because) implements Change {
        @Override
        public String key() {
            return "backend " + target + " " + of + " " + backend;
        }
    }
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an attribute of an aspect is. */
public final class Facets {
    /** The facets that have a meaning of their own. */
    public static final Set<String> NAMES =
            Set.of("meta", "settings", "includes", "excludes", "neededBy", "pipe", "ports", "state", "vars");

    /** What functions of context may ask for in every fleet. */
    public static final Set<String> ARGUMENTS = Set.of(
            "host",
            "user",
            "environment",
            "fleet",
            "instance",
            "settings",
            "settingSources",
            "pipes",
            "channels",
            "bindings",
            "requests",
            "ports",
            "vars",
            "lib",
            "den");

    /** Namespaces of aspects are nested by hand; deeper than this something else was meant. */
    private static final int DEEPEST_NAMESPACE = 16;

    private final Classes classes;

    private final Set<String> furtherKinds;

    /** @param furtherKinds of scopes that the fleet declares: functions may ask for the one they lie in */
    public Facets(Classes classes, Set<String> furtherKinds) {
        this.classes = classes;
        this.furtherKinds = Set.copyOf(furtherKinds);
    }

    public Classes classes() {
        return classes;
    }

    /** What an attribute of an aspect can be. */
    public enum Kind {
        /** One of {@link #NAMES}. */
        FACET,
        /** Content for a class. */
        CLASS,
        /** What a backend makes of content for its class. */
        BACKEND,
        /** An aspect of its own, deployed only when included. */
        ASPECT,
        /** Put there by the language or by Fairlead: {@code __functor}, {@code __aspect}. */
        HIDDEN,
        UNKNOWN
    }

    /** What the name alone says; {@link Kind#UNKNOWN} where the value decides. */
    public Kind kindOf(String name) {
        if (NAMES.contains(name)) {
            return Kind.FACET;
        }
        if (name.startsWith("__")) {
            return Kind.HIDDEN;
        }
        if (classes.classes().contains(name)) {
            return Kind.CLASS;
        }
        return classes.backends().contains(name) ? Kind.BACKEND : Kind.UNKNOWN;
    }

    /**
     * What an attribute is. Forces it only if its name does not say.
     *
     * @throws dev.fairlead.nix.value.EvalException if it must be forced, and that fails
     */
    public Kind kindOf(String name, Value cell) {
        Kind kind = kindOf(name);
        return kind == Kind.UNKNOWN && isAspect(name, cell.force(), 0) ? Kind.ASPECT : kind;
    }

    /** The known name that an attribute of an aspect was probably meant to have, or null. */
    @Nullable
    String nearest(String name) {
        List<String> known = new ArrayList<>(NAMES);
        known.addAll(classes.classes());
        known.addAll(classes.backends());
        return Suggestions.nearest(name, known);
    }

    /** What is wrong with an attribute of an aspect that is nothing.
     *
     * @param path how messages call it: {@code den.aspects.web.prots}
     */
    public Finding.Builder unknown(String path, String name) {
        String nearest = nearest(name);
        return Finding.of(
                        FindingId.UNKNOWN_FACET,
                        path + " is not a facet, not content for a registered class, and not an aspect of its own.")
                .fix(
                        nearest != null
                                ? "did you mean \"" + nearest + "\"?"
                                : "register the class den.classes." + name + ", or give it facets of an aspect");
    }

    private boolean isAspect(String name, Value value, int depth) {
        return switch (value) {
            case AttrsValue attrs -> hasFacets(attrs) || (nearest(name) == null && hasAspects(attrs, depth));
            case FunctionValue function -> asksForContext(function) && !isNearClass(name);
            default -> false;
        };
    }

    private boolean hasFacets(AttrsValue attrs) {
        for (int i = 0; i < attrs.size(); i++) {
            Kind kind = kindOf(Bytes.decode(attrs.name(i).name()));
            if (kind != Kind.UNKNOWN && kind != Kind.HIDDEN) {
                return true;
            }
        }
        return false;
    }

    /** A namespace: a set without facets that has aspects in it. */
    private boolean hasAspects(AttrsValue attrs, int depth) {
        for (int i = 0; depth < DEEPEST_NAMESPACE && i < attrs.size(); i++) {
            String name = Bytes.decode(attrs.name(i).name());
            if (kindOf(name) == Kind.UNKNOWN && isAspect(name, attrs.value(i).force(), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean asksForContext(FunctionValue function) {
        Formals formals = function.formals();
        return formals != null
                && formals.formals().stream()
                        .allMatch(formal -> formal.optional()
                                || isContext(Bytes.decode(formal.name().name())));
    }

    /** Whether functions of context may ask for this somewhere. */
    public boolean isContext(String argument) {
        return ARGUMENTS.contains(argument) || furtherKinds.contains(argument);
    }

    private boolean isNearClass(String name) {
        return classes.classes().stream().anyMatch(known -> Suggestions.areNear(name, known));
    }
}

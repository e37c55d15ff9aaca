package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What fields of type {@code lib.types.ref "host"} may name: the hosts, environments, users ({@code ann@web1}) and
 * scopes of further kinds of one fleet.
 */
public final class References {
    private static final Set<String> KINDS = Set.of(ScopeKind.HOST, ScopeKind.ENVIRONMENT, ScopeKind.USER);
    private static final Symbol TYPES = Symbol.of("types");

    private final Value den;
    private final Elsewhere elsewhere;

    /**
     * @param den the merged {@code den}, a cell; only read when a reference is looked at
     * @param elsewhere what may be referred to besides
     */
    public References(Value den, Elsewhere elsewhere) {
        this.den = den;
        this.elsewhere = elsewhere;
    }

    /** What the type of references to a kind calls itself. */
    public static String description(String kind) {
        return "name of " + (kind.matches("[aeio].*") ? "an " : "a ") + kind;
    }

    /** The names there are of a kind. */
    public SortedSet<String> names(String kind) {
        var names = new TreeSet<>(elsewhere.names(kind));
        switch (kind) {
            case ScopeKind.ENVIRONMENT -> {
                names.addAll(namesIn(at(den, "environments")));
                names.add(ScopeNames.DEFAULT_ENVIRONMENT);
            }
            case ScopeKind.HOST -> hosts((host, declared) -> names.add(host));
            case ScopeKind.USER ->
                hosts((host, declared) -> namesIn(at(declared, "users")).forEach(user -> names.add(user + "@" + host)));
            default -> names.addAll(namesIn(at(at(den, "entities"), kind)));
        }
        return names;
    }

    /**
     * A name that refers to nothing.
     *
     * @param kind that it should have named one of
     * @param nearest a name there is that it is probably meant to be, or null
     */
    public record Unknown(
            String kind, String name, @Nullable String nearest) {
        /** What to do about it, or null. */
        public @Nullable String fix() {
            return nearest == null ? null : "did you mean \"" + nearest + "\"?";
        }
    }

    /**
     * What a value of the wrong type fails to refer to, or null if that is not what is wrong with it.
     *
     * @param demand what it breaks, which ends with how a type describes itself
     */
    public @Nullable Unknown unknown(String demand, Value found) {
        if (!(found instanceof StringValue text)) {
            return null;
        }
        String wanted = demand.replaceAll("\\)+$", "");
        for (String kind : kinds()) {
            if (wanted.endsWith(description(kind))) {
                String name = Bytes.decode(text.text());
                return new Unknown(kind, name, Suggestions.nearest(name, names(kind)));
            }
        }
        return null;
    }

    /** How to mend a value that should have referred to something, or null if that is not what is wrong with it. */
    public @Nullable String correction(String demand, Value found) {
        Unknown unknown = unknown(demand, found);
        return unknown == null ? null : unknown.fix();
    }

    /** The kinds that can be referred to. */
    public SortedSet<String> kinds() {
        var kinds = new TreeSet<>(KINDS);
        kinds.addAll(namesIn(at(den, "kinds")));
        kinds.remove(ScopeKind.FLEET);
        return kinds;
    }

    private interface EachHost {
        void accept(String name, @Nullable Value declared);
    }

    private void hosts(EachHost each) {
        Value systems = at(den, "hosts");
        for (String system : namesIn(systems)) {
            Value hosts = at(systems, system);
            namesIn(hosts).forEach(host -> each.accept(host, at(hosts, host)));
        }
    }

    private static @Nullable Value at(@Nullable Value cell, String name) {
        return cell != null && cell.force() instanceof AttrsValue set ? seen(set.get(Bytes.encode(name))) : null;
    }

    /** A reference depends on which hosts there are, and not on what they are. */
    private static @Nullable Value seen(@Nullable Value cell) {
        return cell == null ? null : Survey.unwatched(cell);
    }

    private static SortedSet<String> namesIn(@Nullable Value cell) {
        var names = new TreeSet<String>();
        if (cell != null && cell.force() instanceof AttrsValue set) {
            for (int i = 0; i < set.size(); i++) {
                if (isDefined(set.value(i))) {
                    names.add(Bytes.decode(set.name(i).name()));
                }
            }
        }
        return names;
    }

    private static boolean isDefined(Value cell) {
        try {
            cell.force();
            return true;
        } catch (UndefinedException undefined) {
            return false;
        } catch (EvalException failure) {
            return true; // there is something of this name; what is wrong with it is reported where it is read
        }
    }

    /** {@code lib}, in which {@code types.ref} makes types of references of this fleet. */
    public Value extend(Value lib) {
        return new Promise() {
            @Override
            protected Value compute() {
                if (!(lib.force() instanceof AttrsValue all)) {
                    return lib;
                }
                Value types = at(all, "types");
                if (types == null) {
                    return lib;
                }
                Value extended = new Promise() {
                    @Override
                    protected Value compute() {
                        return types.force() instanceof AttrsValue known
                                ? with(known, Symbol.of("ref"), Builtin.of("ref", kind -> reference(all, kind)))
                                : types;
                    }
                };
                return with(all, TYPES, extended);
            }
        };
    }

    private static AttrsValue with(AttrsValue set, Symbol name, Value value) {
        var attrs = new AttrsBuilder(set.size() + 1);
        boolean placed = false;
        for (int i = 0; i < set.size(); i++) {
            if (!placed && set.name(i).compareTo(name) >= 0) {
                attrs.add(name, value);
                placed = true;
            }
            if (set.name(i) != name) {
                attrs.add(set.name(i), set.value(i), set.position(i));
            }
        }
        return (placed ? attrs : attrs.add(name, value)).build();
    }

    private Value reference(AttrsValue lib, Value written) {
        if (!(written.force() instanceof StringValue text)) {
            throw EvalException.type("lib.types.ref wants the name of a kind, but got "
                    + written.force().type().description());
        }
        String kind = Bytes.decode(text.text());
        Set<String> kinds = kinds();
        if (!kinds.contains(kind)) {
            String nearest = Suggestions.nearest(kind, kinds);
            throw EvalException.type(Bytes.encode("lib.types.ref refers to the kind \"" + kind
                    + "\", which there is not"
                    + (nearest == null ? "" : "; did you mean \"" + nearest + "\"?")));
        }
        Value make = lib.get("mkOptionType");
        Value merge = at(lib.get("options"), "mergeEqualOption");
        if (make == null || merge == null) {
            throw EvalException.type("lib.types.ref needs lib.mkOptionType and lib.options.mergeEqualOption");
        }
        return Functions.call(
                make,
                new AttrsBuilder(4)
                        .add(
                                Symbol.of("check"),
                                Builtin.of(
                                        "check",
                                        value -> BoolValue.of(value.force() instanceof StringValue name
                                                && names(kind).contains(Bytes.decode(name.text())))))
                        .add(Symbol.of("description"), new StringValue(Bytes.encode(description(kind))))
                        .add(Symbol.of("merge"), merge)
                        .add(Symbol.of("name"), new StringValue("ref"))
                        .build());
    }
}

package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.value.EvalException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ports that a service declares: their names at once, each one itself when it is asked for. */
final class ServicePorts {
    static final ServicePorts NONE = new ServicePorts(List.of(), name -> Entry.NOTHING);

    /**
     * What a port is declared as, and what is wrong with it.
     *
     * @param declaration null if something is wrong, or if the condition it is declared under does not hold
     */
    record Entry(@Nullable PortDeclaration declaration, List<Finding> findings) {
        static final Entry NOTHING = new Entry(null, List.of());
    }

    private final List<String> names;
    private final Function<String, Entry> read;
    private final Map<String, Entry> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    ServicePorts(List<String> names, Function<String, Entry> read) {
        this.names = names.stream().sorted().toList();
        this.read = read;
    }

    /** Sorted. */
    List<String> names() {
        return names;
    }

    /** @throws EvalException if the port is being read and needs itself */
    Entry entry(String name) {
        Entry entry = known.get(name);
        if (entry != null) {
            return entry;
        }
        if (!running.add(name)) {
            throw recursion();
        }
        try {
            entry = read.apply(name);
            known.put(name, entry);
            return entry;
        } finally {
            running.remove(name);
        }
    }

    /** What a number that needs itself fails with: the same as a value of the language. */
    static EvalException recursion() {
        return new EvalException(EvalException.Kind.INFINITE_RECURSION, "infinite recursion encountered");
    }
}

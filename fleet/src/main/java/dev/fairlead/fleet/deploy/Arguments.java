package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What functions of a service may ask for that is decided after services are: each stratum gives its arguments here
 * once it is done. A function may take such an argument at any time and put it into values; one that reads it to say
 * what exists (which keys and items a facet has) before it is decided makes what exists depend on itself.
 */
public final class Arguments {
    /** An argument of a later stratum and the facet that decides it. */
    public enum Later {
        BINDINGS("bindings", "meta.requires"),
        REQUESTS("requests", "meta.requires"),
        PIPES("pipes", "pipe"),
        CHANNELS("channels", "pipe"),
        PORTS("ports", "ports");

        private final String text;
        private final String facet;

        Later(String text, String facet) {
            this.text = text;
            this.facet = facet;
        }

        /** As functions ask for it. */
        public String text() {
            return text;
        }
    }

    /** What is being read. */
    private record Reading(String facet, @Nullable Place place) {}

    private final Map<Later, Function<DeployedService, Value>> given = new EnumMap<>(Later.class);
    private final Map<Later, Set<DeployedService>> readers = new EnumMap<>(Later.class);
    private final Set<DeployedService> contentReaders = new HashSet<>();
    private @Nullable Reading reading;

    /** Decides an argument: from now on it can be read. The function is called once for each service that reads it. */
    public void give(Later argument, Function<DeployedService, Value> value) {
        given.put(argument, value);
    }

    /**
     * Does what decides arguments: reading one of them on the way is a cycle, also where it is said already how it will
     * be computed.
     */
    public <T> T before(Set<Later> decided, Supplier<T> work) {
        var undecided = new EnumMap<>(given);
        decided.forEach(given::remove);
        try {
            return work.get();
        } finally {
            decided.forEach(argument -> {
                Function<DeployedService, Value> value = undecided.get(argument);
                if (value != null) {
                    given.put(argument, value);
                }
            });
        }
    }

    /** The services that read an argument so far. */
    public Set<DeployedService> readers(Later argument) {
        return Collections.unmodifiableSet(readers.getOrDefault(argument, Set.of()));
    }

    /** The services whose content read what comes out of channels so far. */
    public Set<DeployedService> contentReaders() {
        return Collections.unmodifiableSet(contentReaders);
    }

    /** How often any of them was read by a service for the first time, but for what content reads. */
    public int reads() {
        return readers.values().stream().mapToInt(Set::size).sum();
    }

    /**
     * What functions in the content of a service may ask for. It is the service's own context, but what comes out of
     * channels is read for the content alone, and noted so: nothing else depends on that.
     */
    public Context ofContent(DeployedService service) {
        return service.context()
                .with(Map.of(
                        Later.PIPES.text(), promise(Later.PIPES, service, contentReaders),
                        Later.CHANNELS.text(), promise(Later.CHANNELS, service, contentReaders)));
    }

    /** The argument as a function of a service gets it: decided when it is read. */
    Value of(Later argument, DeployedService service) {
        return promise(argument, service, readers.computeIfAbsent(argument, key -> new HashSet<>()));
    }

    private Value promise(Later argument, DeployedService service, Set<DeployedService> reading) {
        return new Promise() {
            private boolean running;

            @Override
            protected Value compute() {
                Function<DeployedService, Value> value = given.get(argument);
                if (value == null) {
                    throw undecided(argument, service);
                }
                if (running) {
                    throw infiniteRecursion();
                }
                reading.add(service);
                running = true;
                try {
                    return value.apply(service);
                } finally {
                    running = false;
                }
            }
        };
    }

    /** Does something that reads a facet, so that a finding can name the facet. */
    <T> T reading(String facet, @Nullable Place place, Supplier<T> work) {
        Reading before = reading;
        reading = new Reading(facet, place);
        try {
            return work.get();
        } finally {
            reading = before;
        }
    }

    private FindingException undecided(Later argument, DeployedService service) {
        Reading at = reading;
        String reader = at == null ? "what " + service.id() + " consists of" : at.facet();
        return new FindingException(
                Finding.of(
                                FindingId.VALUE_CYCLE,
                                reader + " of " + service.id() + " depends on " + argument.text + ", which "
                                        + argument.facet + " decides after it.")
                        .subject(service.id())
                        .at(at == null ? service.location() : at.place())
                        .fix("read " + argument.text + " in a value only, not to say which keys or items there are")
                        .build(),
                0);
    }
}

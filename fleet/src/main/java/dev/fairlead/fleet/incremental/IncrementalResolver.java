package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.Footprint;
import dev.fairlead.fleet.resolve.Traced;
import dev.fairlead.nix.syntax.Bytes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves a fleet again and again while it is edited; each result equals that of resolving the whole fleet anew.
 *
 * <p>After an edit of files that declare hosts and nothing else, only a part of the fleet is resolved: those hosts, the
 * hosts that could tell the difference, and all that these look at, as their {@link Footprint}s say. The part is resolved
 * by the same strata as a fleet, and what comes of the hosts that may have changed replaces what was known of them. Where
 * that cannot be decided by looking at hosts one by one, the whole fleet is resolved, and {@link Update#reason} says why.
 *
 * <p>Not for use by several threads at once.
 */
public final class IncrementalResolver {
    /** A larger share of the hosts than this saves nothing. */
    private static final double LARGEST = 0.5;

    private final double largest;
    private FleetInput input;
    private Locked locked;
    private Traced known;
    private Neighbours neighbours;
    private Readers readers;
    private Foresight foresight;

    /** Reads the whole fleet as it is now, with an evaluator of its own. */
    public interface Source {
        FleetInput read() throws UnreadableFleetException;
    }

    /**
     * What became of an edit.
     *
     * @param resolution what the fleet is now
     * @param hosts how many hosts were resolved
     * @param reason why that was the whole fleet, as the rest of a sentence about it; empty if it was a part
     */
    public record Update(Resolution resolution, int hosts, Optional<String> reason) {}

    /** Resolves a whole fleet. */
    public IncrementalResolver(FleetInput input, Locked locked) {
        this(input, locked, LARGEST);
    }

    /** @param largest the share of the hosts that a part may be */
    IncrementalResolver(FleetInput input, Locked locked, double largest) {
        this.largest = largest;
        this.input = input;
        this.locked = locked;
        this.known = FleetResolver.trace(input, locked);
        this.neighbours = new Neighbours(known.footprints());
        this.readers = new Readers(known.readers());
        this.foresight = new Foresight(input.root());
    }

    /** The fleet as it was last read. */
    public FleetInput input() {
        return input;
    }

    /** The lock that it was last resolved with. */
    public Locked locked() {
        return locked;
    }

    /** What the fleet was when it was last resolved. */
    public Resolution resolution() {
        return known.resolution();
    }

    /**
     * Resolves the fleet after an edit.
     *
     * @param files those that are not as they were, relative to the fleet, new ones and those that are gone included
     * @param now the lock as it is now
     * @param source asked for the whole fleet if need be
     */
    public Update update(Set<String> files, Locked now, Source source) throws UnreadableFleetException {
        if (files.isEmpty() && now.equals(locked)) {
            return new Update(known.resolution(), 0, Optional.empty());
        }
        try {
            return part(files, now);
        } catch (WholeFleetException whole) {
            input = source.read();
            locked = now;
            known = FleetResolver.trace(input, locked);
            neighbours = new Neighbours(known.footprints());
            readers = new Readers(known.readers());
            foresight = new Foresight(input.root());
            return new Update(known.resolution(), hosts(), Optional.of(Objects.requireNonNull(whole.getMessage())));
        }
    }

    private Update part(Set<String> files, Locked now) throws WholeFleetException {
        check(files, now);
        FleetInput edited = FleetFiles.again(input, files);
        var part = new Part(edited, locked, known, neighbours, readers, files, largest);
        Resolution resolution = part.resolve(foresight.of(files));
        foresight.learn(part.reach());
        part.footprints().forEach(neighbours::put);
        readers.replace(part.reach().changed(), part.readers());
        input = edited;
        known = new Traced(resolution, known.survey(), Map.of(), part.appearances(), Map.of());
        return new Update(resolution, part.size(), Optional.empty());
    }

    private int hosts() {
        return (int) known.resolution().scopes().stream()
                .filter(scope -> scope.kind().equals("host"))
                .count();
    }

    private void check(Set<String> files, Locked now) throws WholeFleetException {
        if (!now.equals(locked)) {
            throw new WholeFleetException("its lock changed");
        }
        SplicedFindings.check(known.resolution().findings());
        Optional<String> onlooker = known.survey().onlooker();
        if (onlooker.isPresent()) {
            throw new WholeFleetException(onlooker.get() + " looks at hosts in general");
        }
        for (String file : files) {
            if (!known.survey().hosts().containsKey(file)) {
                throw new WholeFleetException(file + " was not a file of nothing but hosts");
            }
            if (input.evaluator()
                    .hasRead(Bytes.encode(input.root().resolve(file).toString()))) {
                throw new WholeFleetException(file + " is read by another file");
            }
        }
    }
}

package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.EvalException;
import java.util.List;

/** One path has definitions that cannot be merged. Thrown when the path is read. */
public final class ConflictException extends EvalException {
    private static final long serialVersionUID = 1L;

    /**
     * One of the definitions.
     *
     * @param excerpt what it says, shortened (a byte string)
     * @param position where it is written, or 0
     */
    public record Contender(String excerpt, int position) {}

    private final transient List<Contender> contenders;

    ConflictException(AttrPath path, List<Contender> contenders) {
        super(
                Kind.OTHER,
                path + " has conflicting definitions: "
                        + contenders.getFirst().excerpt() + " and "
                        + contenders.getLast().excerpt(),
                contenders.getLast().position());
        this.contenders = List.copyOf(contenders);
    }

    /** The first definition and those that contradict it, in order. */
    public List<Contender> contenders() {
        return contenders;
    }
}

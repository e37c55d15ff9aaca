package dev.fairlead.viewer;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Refusal;
import java.util.List;

/** The fleet that is served, as the viewer asks for it. Calls come from several threads; implementations take turns. */
public interface LiveFleet {
    /**
     * Reads the fleet and resolves it, or reads what was kept of one.
     *
     * @throws Refusal if it cannot be read
     */
    Document.Content read() throws Refusal;

    /** A number that is another when the files of the fleet are. Costs a look at each of them. */
    long stamp();

    /** Whether {@link #suppose} can be asked. */
    boolean isSupposable();

    /**
     * The fleet if something were otherwise, without reading it again.
     *
     * @throws Refusal if something is named that there is not
     */
    Supposed suppose(Supposition supposition) throws Refusal;

    /**
     * What is to be otherwise, in the words of {@code fairlead whatif}.
     *
     * @param without services and hosts
     * @param backend {@code CLASS=BACKEND}
     * @param set {@code SCOPE:PATH=VALUE}
     */
    record Supposition(List<String> without, List<String> backend, List<String> set) {
        public Supposition {
            without = List.copyOf(without);
            backend = List.copyOf(backend);
            set = List.copyOf(set);
        }
    }

    /** What came of it, and what was supposed in words for people. */
    record Supposed(String words, Resolution resolution) {}
}

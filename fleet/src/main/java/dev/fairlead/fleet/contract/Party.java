package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * One of the two sides of a capability, as findings speak of it. It is the aspect, not the service: what is wrong with it
 * is wrong wherever it is deployed, and reported once.
 *
 * @param side which it is
 * @param aspect how messages call it
 * @param capability what it asks something of, or gives
 * @param location where it says so
 */
record Party(
        Side side,
        String aspect,
        String capability,
        @Nullable Place location) {
    /** The sides. */
    enum Side {
        REQUEST(FindingId.CONTRACT_REQUEST, "request", "asks", "for"),
        RESULT(FindingId.CONTRACT_RESULT, "result", "provides", "with");

        private final FindingId id;
        private final String text;
        private final String verb;
        private final String preposition;

        Side(FindingId id, String text, String verb, String preposition) {
            this.id = id;
            this.text = text;
            this.verb = verb;
            this.preposition = preposition;
        }

        /** What is found where it breaks the contract. */
        FindingId id() {
            return id;
        }
    }

    /** {@code den.aspects.grafana asks database for}: the name of a field comes next. */
    String says() {
        return aspect + " " + side.verb + " " + capability + " " + side.preposition;
    }

    /** The path of the schema it is held to. */
    String schema() {
        return "den.contracts." + capability + "." + side.text;
    }
}

package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** How the rest of the program reads and writes what the viewer passes on, so that it is the same everywhere. */
public interface Forms {
    /**
     * A document that somebody opened: a resolution, a diagram, or what else the program reads as JSON.
     *
     * @throws Refusal if it is none of these
     */
    Document read(byte[] json) throws Refusal;

    /**
     * What is to be drawn of a document.
     *
     * @param options by the names of the options of {@code fairlead diagram}, without their dashes
     * @throws Refusal if one is unknown, or names something that the document has not
     */
    Order order(Document document, SortedMap<String, List<String>> options) throws Refusal;

    /** A difference as {@code fairlead/difference/1}. */
    String difference(Difference difference);

    /** Writes a value of the fleet. */
    void data(JsonGenerator json, Data data);

    /** Writes a property with findings. */
    void findings(JsonGenerator json, String key, List<Finding> findings);
}

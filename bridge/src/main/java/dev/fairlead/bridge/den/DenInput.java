package dev.fairlead.bridge.den;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.bridge.json.JsonSyntaxException;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that den-diagram wrote. */
public final class DenInput {
    private static final long LARGEST = 256L << 20;

    private DenInput() {}

    /**
     * The resolution that a graph of a host or of a fleet amounts to.
     *
     * @throws UnreadableFleetException if there is no such file, or it holds no such graph
     */
    public static Resolution read(Path file) throws UnreadableFleetException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFleetException("There is no file " + file + ".");
            }
            if (Files.size(file) > LARGEST) {
                throw new UnreadableFleetException(
                        file + " is larger than " + (LARGEST >> 20) + " MiB, which no graph of den-diagram is.");
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            throw new UnreadableFleetException(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /**
     * As {@link #read}, of a text.
     *
     * @throws UnreadableFleetException if it holds no such graph
     */
    public static Resolution parse(byte[] json) throws UnreadableFleetException {
        return parse(json, "the text");
    }

    private static Resolution parse(byte[] json, String name) throws UnreadableFleetException {
        try {
            return DenGraph.read(JsonReader.read(json));
        } catch (JsonSyntaxException malformed) {
            throw new UnreadableFleetException(name + " is not JSON: " + malformed.reason() + ".");
        } catch (DenFormatException wrong) {
            throw new UnreadableFleetException(name + " is no graph of den-diagram: " + wrong.getMessage() + ".");
        }
    }
}

package dev.fairlead.bridge.den;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.bridge.json.JsonSyntaxException;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.UnreadableFleetException;
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
            LocatedJson json = JsonReader.read(Files.readAllBytes(file));
            return DenGraph.read(json);
        } catch (IOException unreadable) {
            throw new UnreadableFleetException(file + " cannot be read: " + unreadable.getMessage() + ".");
        } catch (JsonSyntaxException malformed) {
            throw new UnreadableFleetException(file + " is not JSON: " + malformed.reason() + ".");
        } catch (DenFormatException wrong) {
            throw new UnreadableFleetException(file + " is no graph of den-diagram: " + wrong.getMessage() + ".");
        }
    }
}

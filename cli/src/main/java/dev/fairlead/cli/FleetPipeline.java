package dev.fairlead.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and resolves fleets with the modules that understand them. */
final class FleetPipeline implements Fleets {
    @Override
    public Fleet open(Path place, Form form) {
        if (!Files.exists(place)) {
            throw new UnusableInputException("there is no " + place);
        }
        throw new UnusableInputException("fleets cannot be resolved yet");
    }
}

package dev.fairlead.cli;

import dev.fairlead.bridge.clan.ClanInput;
import dev.fairlead.bridge.den.DenInput;
import dev.fairlead.cli.report.FileLines;
import dev.fairlead.fleet.FleetResolver;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.syntax.Bytes;
import java.nio.file.Path;

/** Reads and resolves fleets, with the modules that understand them. */
final class FleetPipeline implements Fleets {
    private final Console console;

    FleetPipeline(Console console) {
        this.console = console;
    }

    @Override
    public Fleet open(Path place, Form form) {
        try (Progress _ = Progress.of("resolving " + place, console)) {
            if (form == Form.DEN) {
                return new Fleet(DenInput.read(place), new FileLines(place.resolveSibling("")));
            }
            FleetInput input = read(place, form);
            Resolution resolution = FleetResolver.resolve(input);
            return new Fleet(resolution, new FileLines(input.root()));
        } catch (UnreadableFleetException unreadable) {
            throw new UnusableInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    private FleetInput read(Path place, Form form) throws UnreadableFleetException {
        Options options = Options.DEFAULT.withTrace(message -> console.err().println(Bytes.decode(message)));
        Language language = new Language(Nix::evaluator, Lib::of);
        return switch (form) {
            case FAIRLEAD -> FleetFiles.read(place, options, language);
            case CLAN -> ClanInput.read(place, options, language);
            case DEN -> throw new IllegalArgumentException("den-diagram writes what it resolved, and no declarations");
        };
    }
}

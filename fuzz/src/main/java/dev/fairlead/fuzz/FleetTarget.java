package dev.fairlead.fuzz;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.lib.Lib;
import java.nio.charset.StandardCharsets;

/** Fleets: any {@code fleet.nix} has a resolution, with findings that say what is wrong. */
final class FleetTarget implements Target {
    static final Language LANGUAGE = new Language(Nix::evaluator, Lib::of);

    private final InputFile file = new InputFile("fleet.nix");

    @Override
    public void read(byte[] input) {
        try {
            FleetInput fleet = FleetFiles.read(file.directoryWith(input), dev.fairlead.fuzz.Language.OPTIONS, LANGUAGE);
            check(FleetResolver.resolve(fleet), input);
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError("a directory with a fleet.nix is a fleet", unreadable);
        }
    }

    /**
     * What every resolution has, whatever it is of.
     *
     * @param input what it is of; findings quote it
     */
    static void check(Resolution resolution, byte[] input) {
        boolean mayName = new String(input, StandardCharsets.ISO_8859_1).contains("Exception");
        resolution.findings().forEach(finding -> {
            if (finding.message().isBlank() || (!mayName && finding.message().contains("Exception"))) {
                throw new AssertionError("a finding says what is wrong: " + finding);
            }
            // What takes too long may be at work on what Fairlead itself brings, which is no place of the user's.
            boolean isStopped = finding.message().startsWith("evaluation was stopped after");
            if (finding.location() == null && !isStopped) {
                throw new AssertionError("a finding has a place: " + finding);
            }
        });
    }
}

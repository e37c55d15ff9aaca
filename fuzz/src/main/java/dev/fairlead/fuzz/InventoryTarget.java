package dev.fairlead.fuzz;

import dev.fairlead.bridge.clan.ClanInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolve.FleetResolver;

/** Clan inventories: any {@code inventory.json} has a resolution, with findings that say what is wrong. */
final class InventoryTarget implements Target {
    private final InputFile file = new InputFile("inventory.json");

    @Override
    public void read(byte[] input) {
        try {
            FleetTarget.check(
                    FleetResolver.resolve(
                            ClanInput.read(file.directoryWith(input), Language.OPTIONS, FleetTarget.LANGUAGE)),
                    input);
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError("a directory with an inventory.json is a fleet", unreadable);
        }
    }
}

package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.resolve.GoldenFleets;

/** The fleets in {@code resources/setting}: what each setting comes to and whose it is, and what is said of wrong ones. */
final class ResolvedSettingsTest extends GoldenFleets {
    ResolvedSettingsTest() {
        super("setting");
    }
}

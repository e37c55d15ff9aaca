package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * That a service reads a channel.
 *
 * @param location where it says so: the gather, or the first selection in its source
 */
record Consumption(
        DeployedService service, String channel, @Nullable Place location) {}

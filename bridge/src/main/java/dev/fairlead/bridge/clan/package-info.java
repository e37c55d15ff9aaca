/**
 * Clan inventories as fleets: machines become hosts, the roles of service instances become services, and what Clan's
 * services need and offer without saying so is looked up in the knowledge file {@code knowledge.nix}.
 */
@NullMarked
package dev.fairlead.bridge.clan;

import org.jspecify.annotations.NullMarked;

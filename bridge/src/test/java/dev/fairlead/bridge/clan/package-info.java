/** Tests of the Clan bridge: on inventories of Clan's own tests, and on small ones for each thing that can be wrong. */
@NullMarked
package dev.fairlead.bridge.clan;

import org.jspecify.annotations.NullMarked;

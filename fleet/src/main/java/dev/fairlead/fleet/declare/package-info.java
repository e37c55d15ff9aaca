/** Reading a fleet: which files it has, how they merge into one {@code den}, and what that declares. */
@NullMarked
package dev.fairlead.fleet.declare;

import org.jspecify.annotations.NullMarked;

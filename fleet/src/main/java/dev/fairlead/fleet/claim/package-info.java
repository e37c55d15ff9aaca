/**
 * What services claim of the host they run on: ports, with what happens where two claims meet and with the numbers that
 * Fairlead chooses; and state, with who backs it up. The lock of chosen numbers is data here; {@code cli} reads and
 * writes its file.
 */
@NullMarked
package dev.fairlead.fleet.claim;

import org.jspecify.annotations.NullMarked;

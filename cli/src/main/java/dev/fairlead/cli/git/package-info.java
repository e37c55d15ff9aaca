/**
 * Files as they were at a revision of a Git repository, read with the program {@code git}: only objects are read, so neither
 * the working tree nor hooks, filters or configuration of the repository have a part in it. Knows nothing of fleets.
 */
@NullMarked
package dev.fairlead.cli.git;

import org.jspecify.annotations.NullMarked;

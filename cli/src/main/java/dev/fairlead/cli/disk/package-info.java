/** Files that are whole whatever happens while they are written. Knows nothing of what is in them. */
@NullMarked
package dev.fairlead.cli.disk;

import org.jspecify.annotations.NullMarked;

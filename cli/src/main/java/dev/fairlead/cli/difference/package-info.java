/** Writes differences of fleets: an outline for people, as text or Markdown, and JSON for programs. */
@NullMarked
package dev.fairlead.cli.difference;

import org.jspecify.annotations.NullMarked;

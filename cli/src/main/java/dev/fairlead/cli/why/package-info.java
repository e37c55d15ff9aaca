/**
 * What {@code why} explains. Each kind of {@link dev.fairlead.cli.why.Question} is a class of its own that finds the
 * answer in a resolution and writes it, for people and as JSON; {@link dev.fairlead.cli.why.Questions} has them in a row.
 * Nothing here decides anything: what a resolution does not say cannot be explained.
 */
@NullMarked
package dev.fairlead.cli.why;

import org.jspecify.annotations.NullMarked;

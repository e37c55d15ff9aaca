/**
 * What {@code check} makes of findings besides text and JSON of our own: the formats that build servers read, and the
 * baseline of findings that are known. Each writer escapes for its own format.
 */
@NullMarked
package dev.fairlead.cli.check;

import org.jspecify.annotations.NullMarked;

/**
 * Scripts that let shells complete command lines of Fairlead. They are written from the same descriptions of commands that
 * help pages are, so they know what those know.
 */
@NullMarked
package dev.fairlead.cli.completion;

import org.jspecify.annotations.NullMarked;

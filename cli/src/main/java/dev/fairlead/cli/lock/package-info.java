/**
 * The file {@code fairlead.lock.json}: its format, reading it, and replacing it so that whatever happens meanwhile there
 * is one whole lock, the old or the new.
 */
@NullMarked
package dev.fairlead.cli.lock;

import org.jspecify.annotations.NullMarked;

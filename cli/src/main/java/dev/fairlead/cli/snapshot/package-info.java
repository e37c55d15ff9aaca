/**
 * Resolutions that are kept beside a fleet, in {@code .fairlead}: each under the hash of its content, and names for those
 * that matter. Nothing here is ever deleted or changed, except by adding to it.
 */
@NullMarked
package dev.fairlead.cli.snapshot;

import org.jspecify.annotations.NullMarked;

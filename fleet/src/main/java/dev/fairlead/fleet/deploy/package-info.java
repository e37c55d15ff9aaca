/**
 * Which services exist: what each scope includes, followed transitively, and what each service says of itself there
 * (its {@code meta}). What the services mean to each other is decided in {@code require}.
 */
@NullMarked
package dev.fairlead.fleet.deploy;

import org.jspecify.annotations.NullMarked;

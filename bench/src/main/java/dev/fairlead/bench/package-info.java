/** Benchmarks, run by hand as {@code docs/benchmarks.md} says; never part of a test. */
@NullMarked
package dev.fairlead.bench;

import org.jspecify.annotations.NullMarked;

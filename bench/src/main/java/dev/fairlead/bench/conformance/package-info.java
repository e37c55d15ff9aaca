/** Runs public test suites of the Nix language, from checkouts outside the repository, and counts what agrees. */
@NullMarked
package dev.fairlead.bench.conformance;

import org.jspecify.annotations.NullMarked;

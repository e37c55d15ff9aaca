package dev.fairlead.cli.suite;

import org.jspecify.annotations.Nullable;

/**
 * A test that can be run, or a part of a suite whose tests could not be found.
 *
 * @param failure what kept them from being found, or null
 */
record Found(SuiteTest test, @Nullable Failure failure) {}

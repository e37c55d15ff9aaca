package dev.fairlead.cli.suite;

import org.jspecify.annotations.Nullable;

/**
 * What became of a test.
 *
 * @param failure null if it passed
 */
public record Outcome(SuiteTest test, @Nullable Failure failure) {}

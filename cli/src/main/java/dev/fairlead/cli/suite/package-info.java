/**
 * Test suites written in Nix: finding the tests, running each in isolation, and telling how what was found differs from
 * what was expected. Prints nothing; reports do.
 */
@NullMarked
package dev.fairlead.cli.suite;

import org.jspecify.annotations.NullMarked;

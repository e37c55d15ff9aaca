/**
 * How far the evaluator agrees with the public test suites of the language and of the libraries written in it. The suites
 * are read from a checkout that is not part of the project; nothing of them is kept here.
 */
@org.jspecify.annotations.NullMarked
package dev.fairlead.bench.conformance;

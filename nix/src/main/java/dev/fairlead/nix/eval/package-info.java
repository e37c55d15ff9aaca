/**
 * Evaluation: the tree is compiled once to executable nodes whose variables are slots of frames, then nodes are
 * evaluated lazily. {@link dev.fairlead.nix.eval.Evaluator} is the way in.
 */
@NullMarked
package dev.fairlead.nix.eval;

import org.jspecify.annotations.NullMarked;

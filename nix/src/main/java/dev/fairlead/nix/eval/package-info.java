/**
 * Evaluation: the tree is compiled once to executable nodes whose variables are slots of frames, then nodes are
 * evaluated lazily. {@link dev.fairlead.nix.eval.Evaluator} is the way in.
 *
 * <h2>Frames</h2>
 *
 * A frame is a plain array of cells. There is one per call of a function and one per file, and it holds <em>every</em>
 * variable that the code of that function binds outside of nested functions: its parameters, the variables of all its
 * {@code let} and {@code rec} expressions, the sets of its {@code with} expressions and the sources of its
 * {@code inherit (from)}. Slot 0 holds the closure that was called, which knows the frame its function was made in; so a
 * variable is found by following that link as often as functions lie between, then by an index.
 *
 * <p>A promise keeps the frame and writes the variables of the {@code let} expressions in it there, too. That is sound
 * because no expression is evaluated twice in one frame: an expression belongs to one function body, each call has a
 * frame of its own, defaults of formal arguments are delayed once per call, and a promise is computed once. (One that
 * failed may be computed again and writes equal values to the same slots.) Nothing else may evaluate a node: whoever
 * adds a node that evaluates a child repeatedly must give the child a function of its own.
 *
 * <p>Functions of functions, {@code a: b: c: body}, are one function of several arguments with one frame; what is given
 * too few waits in a {@link dev.fairlead.nix.eval.PartialClosure}. A function that takes a set apart ends such a chain
 * and never begins a longer one, because taking the set apart can fail and must not be put off.
 */
@NullMarked
package dev.fairlead.nix.eval;

import org.jspecify.annotations.NullMarked;

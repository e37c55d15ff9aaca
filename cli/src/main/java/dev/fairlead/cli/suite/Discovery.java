package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.CallDepth;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tests of a suite: attributes whose names begin with {@code test}, in its value and in all sets that are
 * reached through other names or through {@code tests}, which is what flakes call the set of all of them. The tests
 * themselves are not evaluated. A set is looked at once, so a suite may hold a
 * set that contains itself; one that cannot be evaluated does not keep the tests beside it from being found.
 */
final class Discovery {
    private static final String PREFIX = "test";
    private static final String GROUP = "tests";

    private final Suite suite;
    private final Sources sources;
    private final List<Found> found = new ArrayList<>();
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Discovery(Suite suite, Sources sources) {
        this.suite = suite;
        this.sources = sources;
    }

    /**
     * The tests, sets by the order of their names.
     *
     * @param root the value of the suite
     * @throws EvalException if the suite itself cannot be evaluated, or goes beyond a limit
     */
    static List<Found> tests(Suite suite, Value root, Sources sources) {
        Discovery discovery = new Discovery(suite, sources);
        List<String> path = suite.path();
        if (!path.isEmpty() && isTest(path.getLast())) {
            discovery.add(path, 0, null);
        } else {
            refuseWhatHoldsNone(root);
            discovery.search(path, root);
        }
        return discovery.found;
    }

    /** A suite with no tests in it because nobody called it, or because they ran already, would pass. */
    private static void refuseWhatHoldsNone(Value root) {
        if (root.force() instanceof FunctionValue) {
            throw new EvalException(
                    EvalException.Kind.TYPE,
                    "the suite is a function that does not take its arguments by name ({ a, b }:); write"
                            + " a file that calls it, and run that one");
        }
        if (root.force() instanceof ListValue) {
            throw new EvalException(
                    EvalException.Kind.TYPE,
                    "the suite is a list and not a set of tests; a set that 'runTests' takes is one");
        }
    }

    private void search(List<String> path, Value value) {
        if (!(value.force() instanceof AttrsValue set) || !seen.add(set)) {
            return;
        }
        CallDepth.enter();
        try {
            for (int i = 0; i < set.size(); i++) {
                List<String> below = new ArrayList<>(path);
                below.add(set.name(i).name());
                if (isTest(set.name(i).name())) {
                    add(below, set.position(i), null);
                } else {
                    searchBelow(below, set.value(i), set.position(i));
                }
            }
        } finally {
            CallDepth.leave();
        }
    }

    private static boolean isTest(String name) {
        return name.startsWith(PREFIX) && !name.equals(GROUP);
    }

    private void searchBelow(List<String> path, Value value, int position) {
        try {
            search(path, value);
        } catch (EvalException failed) {
            if (failed.kind() == EvalException.Kind.LIMIT) {
                throw failed;
            }
            add(path, position, failed);
        } catch (SyntaxException failed) {
            add(path, position, failed);
        }
    }

    private void add(List<String> path, int position, @Nullable RuntimeException failed) {
        SuiteTest test = new SuiteTest(suite, path, sources.locate(position));
        found.add(new Found(test, failed == null ? null : Failure.of("cannot be evaluated", failed, sources)));
    }

    /**
     * A test, found again in another evaluation of its suite.
     *
     * @param root the value of the suite
     * @throws EvalException if it is not there any more, which only an impure suite can bring about
     */
    static Value find(SuiteTest test, Value root) {
        Value value = root;
        for (String name :
                test.path().subList(test.suite().path().size(), test.path().size())) {
            Value next = value.force() instanceof AttrsValue set ? set.get(name) : null;
            if (next == null) {
                throw new EvalException(
                        EvalException.Kind.MISSING_ATTRIBUTE, "there is no " + Bytes.encode(test.name()) + " any more");
            }
            value = next;
        }
        return value;
    }
}

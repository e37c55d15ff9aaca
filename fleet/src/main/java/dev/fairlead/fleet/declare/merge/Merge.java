package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Describe;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Merges definitions, lazily per path.
 *
 * <p>A path is merged when it is read, and then no deeper than its own value: properties ({@link Properties}) are
 * resolved; a set becomes a set of promises, one for each key; lists are laid end to end; anything else must be one and
 * the same. So a conflict, an error or a cycle at one path is seen by the readers of that path only, and a definition may
 * read what others define. The price is that of {@code lib.types.lazyAttrsOf}: a key exists even if the conditions of
 * all its definitions are false, and reading it fails ({@link UndefinedException}).
 *
 * <p>A path of one definition costs a small promise for each attribute that is not a plain scalar; shapes and positions
 * are shared with the definition.
 */
public final class Merge {
    private static final int LONGEST_EXCERPT = 60;
    private static final Shape MODULES = Shape.ofSorted(new Symbol[] {Properties.TYPE, Properties.CONTENTS});
    private static final Symbol DERIVATION_TYPE = Symbol.of("type");

    private final AspectPath aspects = new AspectPath();

    /**
     * The value at a path, in weak head normal form.
     *
     * @param definitions at least one, in the order in which lists concatenate
     * @throws ConflictException if they contradict each other
     * @throws UndefinedException if no condition of theirs holds
     */
    public Value merge(AttrPath path, MergeRule rule, List<Definition> definitions) {
        return merged(path, rule, definitions).value();
    }

    /**
     * Where the definition is written that an attribute has its value from, once that was read: the first that no
     * {@code mkForce} elsewhere beat. Before, where the first is; 0 if that is not known.
     */
    public static int position(AttrsValue set, int index) {
        int won = set.value(index) instanceof MergedAttribute attribute ? attribute.position() : 0;
        return won == 0 ? set.position(index) : won;
    }

    /** The value at a path, and where the first of the definitions is that it was made from. */
    Definition merged(AttrPath path, MergeRule rule, List<Definition> definitions) {
        if (rule.keepsModules()) {
            return new Definition(modules(definitions), definitions.getFirst().position());
        }
        List<Definition> live = Properties.resolve(definitions);
        if (live.isEmpty()) {
            throw new UndefinedException(path, definitions.getFirst().position());
        }
        Value value = live.size() == 1 ? single(path, rule, live.getFirst()) : joined(path, rule, live);
        return new Definition(value, live.getFirst().position());
    }

    private Value joined(AttrPath path, MergeRule rule, List<Definition> live) {
        Value first = live.getFirst().value();
        if (live.stream().allMatch(d -> d.value() instanceof AttrsValue set && isMergeable(set))) {
            AttrsValue[] sets = live.stream().map(d -> (AttrsValue) d.value()).toArray(AttrsValue[]::new);
            return marked(MergedSet.of(this, path, rule, sets), rule);
        }
        if (live.stream().allMatch(d -> d.value() instanceof ListValue)) {
            return concatenation(live);
        }
        List<Definition> others = live.stream()
                .skip(1)
                .filter(d -> !Equality.equal(first, d.value()))
                .toList();
        if (others.isEmpty()) {
            return single(path, rule, live.getFirst());
        }
        throw conflict(path, live.getFirst(), others);
    }

    private Value single(AttrPath path, MergeRule rule, Definition definition) {
        return switch (definition.value()) {
            case AttrsValue set when Properties.tag(set) == null -> marked(MergedSet.of(this, path, rule, set), rule);
            case FunctionValue function
            when rule.looksThroughFunctions() -> new MergedFunction(function, this, path, rule, definition.position());
            case Value other -> other;
        };
    }

    /** An aspect found under a name of its own is that name's, but for one that contains the name: it has no end. */
    private Value marked(AttrsValue set, MergeRule rule) {
        String aspect = rule.aspect();
        if (aspect == null) {
            return set;
        }
        String known = AspectPath.of(set);
        boolean contains = known != null && aspect.startsWith(known + ".");
        return contains ? set : aspects.mark(set, aspect);
    }

    /** One module as it is, several as {@code lib.mkMerge} would have them; {@link Modules#of} takes them apart. */
    private static Value modules(List<Definition> definitions) {
        if (definitions.size() == 1) {
            return definitions.getFirst().value().force();
        }
        return new AttrsValue(
                MODULES, new Value[] {new StringValue("merge"), list(definitions)}, new int[MODULES.size()]);
    }

    private static ListValue list(List<Definition> definitions) {
        return new ListValue(
                definitions.stream().map(Definition::value).toArray(Value[]::new),
                definitions.stream().mapToInt(Definition::position).toArray());
    }

    private static ListValue concatenation(List<Definition> lists) {
        int size = lists.stream().mapToInt(d -> ((ListValue) d.value()).size()).sum();
        Value[] items = new Value[size];
        int[] positions = new int[size];
        int at = 0;
        for (Definition definition : lists) {
            ListValue list = (ListValue) definition.value();
            for (int i = 0; i < list.size(); i++, at++) {
                items[at] = list.get(i);
                positions[at] = list.position(i) == 0 ? definition.position() : list.position(i);
            }
        }
        return new ListValue(items, positions);
    }

    /** False for sets that mean one thing as a whole: options, types and the like, and derivations. */
    private static boolean isMergeable(AttrsValue set) {
        if (Properties.tag(set) != null) {
            return false;
        }
        Value type = set.get(DERIVATION_TYPE);
        try {
            return type == null
                    || !(type.force() instanceof StringValue text && text.text().equals("derivation"));
        } catch (EvalException | SyntaxException failure) {
            return true; // its readers will see the failure
        }
    }

    private static ConflictException conflict(AttrPath path, Definition first, List<Definition> others) {
        return new ConflictException(
                path,
                Stream.concat(Stream.of(first), others.stream())
                        .map(d -> new ConflictException.Contender(excerpt(d.value()), d.position()))
                        .toList());
    }

    private static String excerpt(Value value) {
        return switch (value.type()) {
            case ATTRS, LIST, FUNCTION, THUNK -> Describe.value(value);
            case INT, FLOAT, BOOL, STRING, PATH, NULL -> {
                String text = Excerpt.of(value);
                yield text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
            }
        };
    }
}

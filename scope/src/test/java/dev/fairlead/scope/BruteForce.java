package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The query calculus straight from its definition: all paths that enter no scope twice, filtered by {@link java.util.regex}, compared pair by pair. Shares
 * nothing with the resolver but {@link Path}.
 *
 * @param pattern the well-formedness expression in the syntax of {@link Pattern}, labels being single letters
 * @param ranks the rank of each letter and of {@code $}, in the sequence that breaks ties
 */
record BruteForce(SmallGraph graph, String pattern, Map<Character, Integer> ranks, String tieBreak) {
    List<Path> paths(String start) {
        var wellFormed = Pattern.compile(pattern);
        var paths = new ArrayList<Path>();
        extend(new Path(start, List.of()), paths);
        paths.removeIf(path -> !wellFormed.matcher(word(path)).matches());
        return paths;
    }

    private void extend(Path path, List<Path> paths) {
        paths.add(path);
        for (SmallGraph.Edge edge : new LinkedHashSet<>(graph.edges())) {
            boolean entered = edge.to().equals(path.from())
                    || path.steps().stream().anyMatch(step -> step.to().equals(edge.to()));
            if (edge.from().equals(path.to()) && !entered) {
                var steps = new ArrayList<>(path.steps());
                steps.add(new Path.Step(new Label(edge.label()), edge.to()));
                extend(new Path(path.from(), steps), paths);
            }
        }
    }

    static String word(Path path) {
        return path.steps().stream().map(step -> step.label().name()).collect(Collectors.joining());
    }

    boolean precedes(String left, String right) {
        String a = left + "$";
        String b = right + "$";
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i < a.length() && i < b.length() && rank(a.charAt(i)) < rank(b.charAt(i));
    }

    private int rank(char symbol) {
        return ranks.getOrDefault(symbol, 0);
    }

    /** The order of words that refines {@link #precedes} to a total one. */
    Comparator<String> sequence() {
        return (left, right) -> {
            String a = left + "$";
            String b = right + "$";
            for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
                if (a.charAt(i) != b.charAt(i)) {
                    return precedes(left, right) || precedes(right, left)
                            ? Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)))
                            : Integer.compare(tieBreak.indexOf(a.charAt(i)), tieBreak.indexOf(b.charAt(i)));
                }
            }
            return 0;
        };
    }

    private Set<String> dataAt(String scope) {
        return graph.declared().stream()
                .filter(each -> each.scope().equals(scope))
                .map(SmallGraph.Declared::datum)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths to declaring scopes that no other such path precedes. */
    List<Path> minimal(String start) {
        List<Path> answering = paths(start).stream()
                .filter(path -> !dataAt(path.to()).isEmpty())
                .toList();
        return answering.stream()
                .filter(path -> answering.stream().noneMatch(other -> precedes(word(other), word(path))))
                .toList();
    }

    Set<String> visible(String start) {
        var data = new TreeSet<String>();
        minimal(start).forEach(path -> data.addAll(dataAt(path.to())));
        return data;
    }

    /** For each reachable datum, the word that comes first of all paths to it. */
    Map<String, String> firstWordOfData(String start) {
        var first = new HashMap<String, String>();
        for (Path path : paths(start)) {
            for (String datum : dataAt(path.to())) {
                first.merge(datum, word(path), (a, b) -> sequence().compare(a, b) <= 0 ? a : b);
            }
        }
        return first;
    }

    /** For each reachable scope, the word that comes first of all paths to it. */
    Map<String, String> firstWordOfScopes(String start) {
        var first = new HashMap<String, String>();
        for (Path path : paths(start)) {
            first.merge(path.to(), word(path), (a, b) -> sequence().compare(a, b) <= 0 ? a : b);
        }
        return first;
    }

    /** The reachable data that are not visible, in the order of their first words, then by datum. */
    List<String> shadowed(String start) {
        Map<String, String> words = firstWordOfData(start);
        return words.keySet().stream()
                .filter(datum -> !visible(start).contains(datum))
                .sorted(Comparator.<String, String>comparing(datum -> words.getOrDefault(datum, ""), sequence())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}

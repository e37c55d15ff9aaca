package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All declarations of a graph in one row, sorted by scope, then name, then the order they were made; and a second index by name. Both sorts are counting
 * sorts. A lookup by scope and name is a binary search in the scope's part of the row.
 */
final class Declarations<T> {
    private final Map<String, Integer> names;
    /** Of each place in the row. */
    private final int[] scopeAt;

    private final int[] nameAt;
    private final List<T> data;
    /** Where a scope's part of the row begins. */
    private final int[] offsets;
    /** The places in the row that declare a name, in scope order. */
    private final Adjacency byName;

    private Declarations(int scopes, Map<String, Integer> names, int[] scopeAt, int[] nameAt, List<T> data) {
        this.names = names;
        this.scopeAt = scopeAt;
        this.nameAt = nameAt;
        this.data = data;
        this.offsets = new int[scopes + 1];
        var name = new IntList();
        var place = new IntList();
        for (int i = 0; i < scopeAt.length; i++) {
            offsets[scopeAt[i] + 1]++;
            name.add(nameAt[i]);
            place.add(i);
        }
        for (int s = 0; s < scopes; s++) {
            offsets[s + 1] += offsets[s];
        }
        this.byName = Adjacency.of(names.size(), name, place);
    }

    Map<String, Integer> names() {
        return names;
    }

    /** The number of a name, or -1 if nothing is declared under it. */
    int name(String name) {
        return names.getOrDefault(name, -1);
    }

    /** The first place that declares a name at a scope, or -1; further ones follow as long as {@link #continues}. */
    int first(int scope, int name) {
        int low = offsets[scope];
        int end = offsets[scope + 1];
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nameAt[middle] < name) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < end && nameAt[low] == name ? low : -1;
    }

    /** Whether {@code place} declares the same name at the same scope as the place before it. */
    boolean continues(int place) {
        return place < scopeAt.length && scopeAt[place] == scopeAt[place - 1] && nameAt[place] == nameAt[place - 1];
    }

    T datum(int place) {
        return data.get(place);
    }

    int scope(int place) {
        return scopeAt[place];
    }

    /** The places that declare a name: a row of {@link Adjacency}. */
    Adjacency byName() {
        return byName;
    }

    /** Collects declarations. */
    static final class Builder<T> {
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final IntList scopes = new IntList();
        private final IntList nameOf = new IntList();
        private final List<T> data = new ArrayList<>();

        void add(int scope, String name, T datum) {
            scopes.add(scope);
            nameOf.add(names.computeIfAbsent(name, key -> names.size()));
            data.add(datum);
        }

        IntList scopes() {
            return scopes;
        }

        Declarations<T> build(int scopeCount) {
            int[] inOrder = new int[data.size()];
            Arrays.setAll(inOrder, i -> i);
            int[] row = sorted(sorted(inOrder, nameOf, names.size()), scopes, scopeCount);
            int[] scopeAt = new int[row.length];
            int[] nameAt = new int[row.length];
            var sortedData = new ArrayList<T>(row.length);
            for (int i = 0; i < row.length; i++) {
                scopeAt[i] = scopes.get(row[i]);
                nameAt[i] = nameOf.get(row[i]);
                sortedData.add(data.get(row[i]));
            }
            return new Declarations<>(scopeCount, new LinkedHashMap<>(names), scopeAt, nameAt, sortedData);
        }

        /** Sorts declaration numbers by a key, keeping the order of equals. */
        private static int[] sorted(int[] numbers, IntList keys, int keyCount) {
            int[] next = new int[keyCount + 1];
            for (int number : numbers) {
                next[keys.get(number) + 1]++;
            }
            for (int k = 0; k < keyCount; k++) {
                next[k + 1] += next[k];
            }
            int[] result = new int[numbers.length];
            for (int number : numbers) {
                result[next[keys.get(number)]++] = number;
            }
            return result;
        }
    }
}

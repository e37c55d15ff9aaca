package dev.fairlead.nix.builtin.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is to be built, and from what.
 *
 * @param outputs by name
 * @param inputDerivations the outputs needed of other derivations, by the store paths of these
 * @param inputSources store paths that need not be built
 * @param environment by name, with the paths of the outputs
 */
record Derivation(
        String name,
        SortedMap<String, Output> outputs,
        SortedMap<String, SortedSet<String>> inputDerivations,
        SortedSet<String> inputSources,
        String system,
        String builder,
        List<String> arguments,
        SortedMap<String, String> environment) {

    /**
     * One output.
     *
     * @param path empty while it is not known
     * @param method of a fixed output the hash algorithm, after {@code r:} if it is of an archive; else empty
     * @param hash of a fixed output, in base 16; else empty
     */
    record Output(String path, String method, String hash) {
        boolean isFixed() {
            return !hash.isEmpty();
        }
    }

    boolean isFixed() {
        return outputs.values().stream().allMatch(Output::isFixed);
    }

    /** The text of the {@code .drv} file. */
    String text() {
        return text(inputDerivations);
    }

    /** The same, with these in place of the derivations it needs. */
    String text(Map<String, ? extends Collection<String>> derivations) {
        StringBuilder out = new StringBuilder("Derive(");
        list(out, outputs.entrySet(), output -> {
            out.append('(');
            string(out, output.getKey());
            string(out.append(','), output.getValue().path());
            string(out.append(','), output.getValue().method());
            string(out.append(','), output.getValue().hash());
            out.append(')');
        });
        list(out.append(','), derivations.entrySet(), input -> {
            out.append('(');
            string(out, input.getKey());
            list(out.append(','), input.getValue(), name -> string(out, name));
            out.append(')');
        });
        list(out.append(','), inputSources, source -> string(out, source));
        string(out.append(','), system);
        string(out.append(','), builder);
        list(out.append(','), arguments, argument -> string(out, argument));
        list(out.append(','), environment.entrySet(), variable -> {
            out.append('(');
            string(out, variable.getKey());
            string(out.append(','), variable.getValue());
            out.append(')');
        });
        return out.append(')').toString();
    }

    private interface Item<T> {
        void append(T item);
    }

    private static <T> void list(StringBuilder out, Collection<T> items, Item<T> item) {
        out.append('[');
        for (Iterator<T> each = items.iterator(); each.hasNext(); ) {
            item.append(each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}

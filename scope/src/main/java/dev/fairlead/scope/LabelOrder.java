package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How specific each label is, and with it the end of a path, written {@code $}. Paths are compared by their words, label by label; the first position at
 * which they differ decides, never the length. The lower rank is the more specific one. Two different symbols of equal rank are incomparable: neither
 * path then shadows the other.
 */
public final class LabelOrder {
    /** {@code $ < I < P}: a scope's own declarations, then its imports, then its parent. */
    public static final LabelOrder DECLARATION_IMPORT_PARENT =
            of(List.of(List.of(Label.IMPORT), List.of(Label.PARENT)), -1);

    private final List<Label> labels;
    private final Map<Label, Integer> indexes;
    /** The rank of each label by index, and of the end of a path behind them. */
    private final int[] ranks;

    private LabelOrder(List<Label> labels, int[] ranks) {
        this.labels = List.copyOf(labels);
        this.ranks = ranks;
        this.indexes = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            indexes.put(labels.get(i), i);
        }
    }

    /**
     * An order given by layers.
     *
     * @param layers the labels by rank: those of {@code layers.get(n)} have rank n; a layer may be empty
     * @param endOfPath the rank of {@code $}; any number, -1 puts it before all labels
     * @throws IllegalArgumentException if a label is named twice, or none is
     */
    public static LabelOrder of(List<List<Label>> layers, int endOfPath) {
        var labels = new ArrayList<Label>();
        var ranks = new ArrayList<Integer>();
        for (int rank = 0; rank < layers.size(); rank++) {
            for (Label label : layers.get(rank)) {
                if (labels.contains(label)) {
                    throw new IllegalArgumentException("label " + label + " is ranked twice in a label order");
                }
                labels.add(label);
                ranks.add(rank);
            }
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a label order ranks at least one label");
        }
        ranks.add(endOfPath);
        return new LabelOrder(labels, ranks.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The ranked labels, most specific first: the alphabet of every query with this order. */
    public List<Label> labels() {
        return labels;
    }

    /**
     * The strict partial order of words.
     *
     * @return whether a path with the labels {@code left} is more specific than one with the labels {@code right}
     * @throws IllegalArgumentException if a label is not ranked
     */
    public boolean precedes(List<Label> left, List<Label> right) {
        for (int i = 0; i <= Math.min(left.size(), right.size()); i++) {
            int a = symbol(left, i);
            int b = symbol(right, i);
            if (a != b) {
                return ranks[a] < ranks[b];
            }
        }
        return false;
    }

    private int symbol(List<Label> word, int position) {
        if (position == word.size()) {
            return end();
        }
        int index = index(word.get(position));
        if (index < 0) {
            throw new IllegalArgumentException("label " + word.get(position) + " is not ranked by " + this);
        }
        return index;
    }

    /** The position of a label among {@link #labels()}, or -1. */
    int index(Label label) {
        return indexes.getOrDefault(label, -1);
    }

    /** The symbol that stands for the end of a path, next to the label indexes. */
    int end() {
        return labels.size();
    }

    /** The rank of a label index, or of {@link #end()}. */
    int rank(int symbol) {
        return ranks[symbol];
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Label label : labels) {
            text.append(label).append('=').append(ranks[index(label)]).append(' ');
        }
        return text.append("$=").append(ranks[end()]).toString();
    }
}

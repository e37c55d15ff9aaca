package dev.fairlead.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts as lines: {@code -} only expected, {@code +} only given, with three lines of context.
 *
 * <p>Common lines at both ends are cut off, the rest is a longest common subsequence by dynamic programming in O(n m).
 * Beyond {@value #CELLS} cells the middle is shown as one replacement, which is true and cheap.
 */
final class LineDiff {
    private static final int CONTEXT = 3;
    private static final int CELLS = 4_000_000;
    private static final int SHOWN = 200;

    private record Line(char mark, String text) {}

    private LineDiff() {}

    static String between(String expected, String given) {
        List<Line> lines = compare(expected.split("\n", -1), given.split("\n", -1));
        StringBuilder text = new StringBuilder("--- expected\n+++ given\n");
        int shown = 0;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!nearChange(lines, i)) {
                continue;
            }
            if (shown++ == SHOWN) {
                return text.append("... and more\n").toString();
            }
            if (i != last + 1) {
                text.append("@@ line ").append(expectedLine(lines, i)).append(" @@\n");
            }
            text.append(lines.get(i).mark()).append(visible(lines.get(i))).append('\n');
            last = i;
        }
        return text.toString();
    }

    /** A changed line that only differs in its trailing blanks should show that it does. */
    private static String visible(Line line) {
        String text = line.text();
        if (line.mark() == ' ' || text.equals(text.stripTrailing())) {
            return text;
        }
        return text + "⏎";
    }

    private static boolean nearChange(List<Line> lines, int index) {
        int end = Math.min(lines.size() - 1, index + CONTEXT);
        for (int i = Math.max(0, index - CONTEXT); i <= end; i++) {
            if (lines.get(i).mark() != ' ') {
                return true;
            }
        }
        return false;
    }

    private static int expectedLine(List<Line> lines, int index) {
        int number = 1;
        for (Line line : lines.subList(0, index)) {
            if (line.mark() != '+') {
                number++;
            }
        }
        return number;
    }

    private static List<Line> compare(String[] a, String[] b) {
        int start = 0;
        while (start < a.length && start < b.length && a[start].equals(b[start])) {
            start++;
        }
        int endA = a.length;
        int endB = b.length;
        while (endA > start && endB > start && a[endA - 1].equals(b[endB - 1])) {
            endA--;
            endB--;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(' ', a[i]));
        }
        compareMiddle(a, start, endA, b, endB, lines);
        for (int i = endA; i < a.length; i++) {
            lines.add(new Line(' ', a[i]));
        }
        return lines;
    }

    private static void compareMiddle(String[] a, int start, int endA, String[] b, int endB, List<Line> lines) {
        int rows = endA - start;
        int columns = endB - start;
        int i = 0;
        int j = 0;
        if ((long) rows * columns <= CELLS) {
            int[][] common = new int[rows + 1][columns + 1];
            for (int r = rows - 1; r >= 0; r--) {
                for (int c = columns - 1; c >= 0; c--) {
                    common[r][c] = a[start + r].equals(b[start + c])
                            ? common[r + 1][c + 1] + 1
                            : Math.max(common[r + 1][c], common[r][c + 1]);
                }
            }
            while (i < rows && j < columns) {
                if (a[start + i].equals(b[start + j])) {
                    lines.add(new Line(' ', a[start + i++]));
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    lines.add(new Line('-', a[start + i++]));
                } else {
                    lines.add(new Line('+', b[start + j++]));
                }
            }
        }
        while (i < rows) {
            lines.add(new Line('-', a[start + i++]));
        }
        while (j < columns) {
            lines.add(new Line('+', b[start + j++]));
        }
    }
}

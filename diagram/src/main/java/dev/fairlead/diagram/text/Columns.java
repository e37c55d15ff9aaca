package dev.fairlead.diagram.text;

import dev.fairlead.diagram.ir.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells in columns that are as wide as their widest cell. Where that is too wide, the widest columns are made
 * narrower, and their cells take several lines.
 */
final class Columns {
    private static final int GAP = 2;
    /** No column is made narrower than that; a row of very many is wider than a terminal. */
    private static final int LEAST = 16;
    /** So many lines of a cell tell what it is. */
    private static final int LINES = 4;

    private Columns() {}

    static void write(List<List<String>> rows, String indent, StringBuilder out) {
        int[] widths = widths(rows, TextRenderer.WIDTH - indent.length());
        for (List<String> row : rows) {
            var cells = new ArrayList<List<String>>();
            int height = 1;
            for (int i = 0; i < row.size(); i++) {
                List<String> cell = cell(row.get(i), widths[i]);
                height = Math.max(height, cell.size());
                cells.add(cell);
            }
            for (int line = 0; line < height; line++) {
                out.append(line(cells, line, widths, indent)).append('\n');
            }
        }
    }

    private static List<String> cell(String text, int width) {
        String visible = Labels.visible(text);
        return width(visible) <= width ? List.of(visible) : Labels.wrap(visible, width, LINES);
    }

    private static String line(List<List<String>> cells, int number, int[] widths, String indent) {
        var line = new StringBuilder(indent);
        for (int i = 0; i < cells.size(); i++) {
            List<String> cell = cells.get(i);
            String part = number < cell.size() ? cell.get(number) : "";
            line.append(part).append(" ".repeat(Math.max(0, widths[i] - width(part)) + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> rows, int room) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(Labels.visible(row.get(i))));
            }
        }
        int free = room - GAP * (widths.length - 1);
        while (IntStream.of(widths).sum() > free) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElseThrow();
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** Columns of a terminal: marks that stand on others take none, ideographs and emoji two. */
    private static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = Character.isIdeographic(c)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0x3041 && c <= 0x30FF);
        return wide ? 2 : 1;
    }
}

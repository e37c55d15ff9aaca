package dev.fairlead.diagram.text;

import dev.fairlead.diagram.ir.Labels;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns that are as wide as their widest cell. */
final class Columns {
    private Columns() {}

    static void write(List<List<String>> rows, String indent, StringBuilder out) {
        var widths = new ArrayList<Integer>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = width(Labels.visible(row.get(i)));
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String cell = Labels.visible(row.get(i));
                line.append(cell).append(" ".repeat(widths.get(i) - width(cell) + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
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

package dev.fairlead.cli.args;

import java.util.ArrayList;
import java.util.List;

/** Lays out what {@code --help} prints. */
public final class HelpPage {
    /** A term of more characters than this does not widen the column of terms. */
    private static final int LONG = 28;

    private HelpPage() {}

    /** The page of one command. */
    public static String of(Synopsis synopsis) {
        StringBuilder page = new StringBuilder();
        page.append("fairlead ")
                .append(synopsis.name())
                .append(": ")
                .append(synopsis.summary())
                .append(".\n\n");
        page.append(synopsis.usage()).append("\n\n");
        List<String[]> rows = new ArrayList<>();
        for (Operand operand : synopsis.operands()) {
            rows.add(new String[] {operand.name(), operand.meaning()});
        }
        for (Option option : synopsis.allOptions()) {
            rows.add(new String[] {option.usage(), option.meaning()});
        }
        table(rows, page);
        return page.append("\nexample: ")
                .append(synopsis.example())
                .append('\n')
                .toString();
    }

    /** Appends rows of a term and its meaning, the meanings in one column; that of a long term is in the next line. */
    public static void table(List<String[]> rows, StringBuilder page) {
        int width = 0;
        for (String[] row : rows) {
            width = row[0].length() > LONG ? width : Math.max(width, row[0].length());
        }
        for (String[] row : rows) {
            page.append("  ").append(row[0]);
            int length = row[0].length();
            if (length > width) {
                page.append("\n  ");
                length = 0;
            }
            page.append(" ".repeat(width - length + 2)).append(row[1]).append('\n');
        }
    }
}

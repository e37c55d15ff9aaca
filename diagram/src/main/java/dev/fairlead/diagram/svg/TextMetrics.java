package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Labels;
import java.util.List;

/**
 * How wide a text is, without a font at hand: the advance widths of DejaVu Sans, which is wider than what most readers will
 * have in its place, so that a text stays in its box. Equal on every machine.
 */
final class TextMetrics {
    static final String FAMILY = "'DejaVu Sans', Verdana, Geneva, sans-serif";
    static final double SIZE = 13;
    static final double LINE = 17;

    /** In hundredths of the size, from the space to the tilde. */
    private static final int[] ASCII = {
        32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
                84,
        84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 78, 75, 30, 30, 66, 56, 86, 75, 79, 60, 79, 70, 64, 61, 73, 68, 99, 69,
                61,
        69, 39, 34, 39, 84, 50, 50, 61, 64, 55, 64, 62, 35, 64, 63, 28, 28, 58, 28, 97, 63, 61, 64, 64, 41, 52, 39, 63,
                59,
        82, 59, 59, 53, 64, 34, 64, 84
    };

    private TextMetrics() {}

    /** In pixels, at {@link #SIZE}. */
    static double width(String text) {
        return width(text, SIZE);
    }

    static double width(String text, double size) {
        return text.codePoints().map(TextMetrics::hundredths).sum() * size / 100;
    }

    static double width(List<String> lines) {
        return lines.stream().mapToDouble(TextMetrics::width).max().orElse(0);
    }

    private static int hundredths(int c) {
        if (c >= ' ' && c <= '~') {
            return ASCII[c - ' '];
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.OTHER_SYMBOL, Character.OTHER_LETTER -> c > 0x2E80 ? 130 : 75;
            default -> c > 0x2E80 ? 110 : 75;
        };
    }

    /** The lines of a label; of a very long one its beginning and its end. Pointing at it tells all of it. */
    static List<String> lines(String label) {
        return Labels.wrap(Labels.shortened(label, 100), 26, 6);
    }
}

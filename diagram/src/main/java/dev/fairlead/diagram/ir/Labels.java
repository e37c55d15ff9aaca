package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.List;

/** Text for people that came from somewhere: made visible, and broken into lines. */
public final class Labels {
    private static final String BREAKS = " -./_:@,";

    private Labels() {}

    /**
     * A text in which nothing is invisible or changes what is around it: control characters, line ends and the characters
     * that override the direction of writing become their code in angle brackets.
     */
    public static String visible(String text) {
        if (text.codePoints().allMatch(Labels::isHarmless)) {
            return text;
        }
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("⟨%04X⟩".formatted(c));
            }
        });
        return out.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            // Joiners make emoji of several parts; every other format character only deceives.
            case Character.FORMAT -> c == 0x200D;
            default -> c != 0xFFFE && c != 0xFFFF;
        };
    }

    /**
     * Lines of at most {@code width} characters, broken after spaces and punctuation where there are some; a text of more
     * than {@code most} lines ends in an ellipsis.
     */
    public static List<String> wrap(String text, int width, int most) {
        var lines = new ArrayList<String>();
        int[] points = visible(text).codePoints().toArray();
        int start = 0;
        while (points.length - start > width) {
            int end = start + width;
            for (int i = end; i > start + width / 3; i--) {
                if (BREAKS.indexOf(points[i - 1]) >= 0) {
                    end = i;
                    break;
                }
            }
            lines.add(new String(points, start, end - start).strip());
            start = end;
        }
        lines.add(new String(points, start, points.length - start).strip());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + "…");
        return kept;
    }
}

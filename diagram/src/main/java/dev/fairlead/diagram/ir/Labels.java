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

    /** The offset after the last of some characters in the line that begins at {@code start}; -1 if it is too near to that. */
    private static int lastBreak(int[] points, int start, int width, String breaks) {
        for (int i = start + width; i > start + width / 3; i--) {
            if (breaks.indexOf(points[i - 1]) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A text of at most {@code most} characters; of a longer one the beginning and the end, which for ids is the place, with
     * an ellipsis between.
     */
    public static String shortened(String text, int most) {
        int[] points = visible(text).codePoints().toArray();
        if (points.length <= most) {
            return new String(points, 0, points.length);
        }
        int end = most / 3;
        int begin = most - 1 - end;
        return new String(points, 0, begin) + "…" + new String(points, points.length - end, end);
    }

    /**
     * Lines of at most {@code width} characters, broken after spaces, else after punctuation, where there are some; a text of more
     * than {@code most} lines ends in an ellipsis.
     */
    public static List<String> wrap(String text, int width, int most) {
        var lines = new ArrayList<String>();
        int[] points = visible(text).codePoints().toArray();
        int start = 0;
        while (points.length - start > width) {
            int end = lastBreak(points, start, width, " ");
            if (end < 0) {
                end = lastBreak(points, start, width, BREAKS);
            }
            end = end < 0 ? start + width : end;
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

package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import org.jspecify.annotations.Nullable;

/** How lines of boxes and arrows look in a theme. */
final class Strokes {
    private static final double USUAL = 1.3;

    private final Theme theme;

    Strokes(Theme theme) {
        this.theme = theme;
    }

    Colour colour(Node node) {
        return theme.tone(node.tone())
                .or(() -> theme.origin(node.origin()))
                .or(() -> theme.accent(node.kind()))
                .orElse(theme.line());
    }

    Colour text(Node node) {
        return theme.tone(node.tone()).or(() -> theme.origin(node.origin())).orElse(theme.text());
    }

    Colour colour(Edge edge) {
        return theme.tone(edge.tone()).or(() -> theme.origin(edge.origin())).orElse(theme.line());
    }

    Colour text(Edge edge) {
        return theme.tone(edge.tone()).or(() -> theme.origin(edge.origin())).orElse(theme.muted());
    }

    String box(Node node) {
        // Coloured text has been made readable on the background only.
        boolean plain = node.tone() == Tone.PLAIN && theme.origin(node.origin()).isEmpty();
        return Canvas.fill(plain ? theme.box(node.kind()) : theme.background()) + " "
                + Canvas.stroke(
                        colour(node), width(node.tone(), width(node.origin())), dashes(node.tone(), node.origin()));
    }

    String line(Edge edge) {
        String dashes = dashes(edge.tone(), edge.origin());
        if (dashes.isEmpty() && !edge.isMarked()) {
            dashes = switch (edge.kind()) {
                case "channel" -> "7 3 2 3";
                case "imports" -> "2 3";
                case "includes" -> "4 3";
                default -> "";
            };
        }
        return "fill=\"none\" " + Canvas.stroke(colour(edge), width(edge.tone(), width(edge.origin())), dashes);
    }

    static double width(Tone tone, double usual) {
        return tone == Tone.CYCLE || tone == Tone.CONFLICT ? usual * 2 : usual;
    }

    private static double width(@Nullable Origin origin) {
        return origin == Origin.NEW ? USUAL * 2 : origin == Origin.CHANGED ? USUAL * 1.5 : USUAL;
    }

    /** A problem shows before a change does; the words at it tell both. */
    private static String dashes(Tone tone, @Nullable Origin origin) {
        if (tone != Tone.PLAIN || origin == null) {
            return dashes(tone);
        }
        return switch (origin) {
            case OLD -> "5 4";
            case CHANGED -> "12 3";
            case MOVED -> "8 3 2 3";
            case RENAMED -> "8 3 2 3 2 3";
            case NEW, BOTH -> "";
        };
    }

    static String dashes(Tone tone) {
        return switch (tone) {
            case PLAIN, CYCLE, CONFLICT -> "";
            case OUTSIDE -> "1 3";
            case UNCOVERED, MISSING -> "6 3";
            case AMBIGUOUS, UNKNOWN -> "3 3";
        };
    }
}

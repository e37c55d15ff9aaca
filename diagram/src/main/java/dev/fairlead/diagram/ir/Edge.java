package dev.fairlead.diagram.ir;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * An arrow between the nodes with two ids.
 *
 * @param kind why they are connected: {@code requires includes imports channel ...}
 * @param weight how many connections it stands for; what flows is drawn that wide. At least 1
 * @param location where it is written, or null
 * @param origin for differences: which side it comes from; else null
 */
public record Edge(
        String from,
        String to,
        String label,
        String kind,
        Tone tone,
        long weight,
        @Nullable Place location,
        @Nullable Origin origin) {
    public Edge {
        if (weight < 1) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }

    /** A plain edge that stands for one connection. */
    public static Edge of(String from, String to, String label, String kind) {
        return new Edge(from, to, label, kind, Tone.PLAIN, 1, null, null);
    }

    public Edge toned(Tone other) {
        return new Edge(from, to, label, kind, other, weight, location, origin);
    }

    public Edge weighing(long other) {
        return new Edge(from, to, label, kind, tone, other, location, origin);
    }

    public Edge labelled(String other) {
        return new Edge(from, to, other, kind, tone, weight, location, origin);
    }

    public Edge between(String otherFrom, String otherTo) {
        return new Edge(otherFrom, otherTo, label, kind, tone, weight, location, origin);
    }

    public Edge at(@Nullable Place other) {
        return new Edge(from, to, label, kind, tone, weight, other, origin);
    }

    public Edge marked(@Nullable Origin other) {
        return new Edge(from, to, label, kind, tone, weight, location, other);
    }

    /** What is written at the arrow: the label, and in words what its colour says. */
    public String caption() {
        String remark = remark(tone, origin);
        if (remark.isEmpty()) {
            return label;
        }
        return label.isEmpty() ? remark : label + " (" + remark + ")";
    }

    /** The caption; where nothing is written at the arrow, what its kind says of its two ends. */
    public String verb() {
        return caption().isBlank() ? verb(kind) : caption();
    }

    /** How an arrow of a kind is read, from its beginning to its end. */
    public static String verb(String kind) {
        return switch (kind) {
            case "requires" -> "needs";
            case "provides" -> "provided by";
            case "backup" -> "backed up by";
            case "order" -> "before";
            case "reads" -> "read by";
            case "emits" -> "emits to";
            case "routed" -> "written by";
            case "deployed" -> "runs on";
            case "fired" -> "fires on";
            case "asked" -> "asks";
            case "port" -> "listens on";
            case "excludes" -> "keeps out";
            case "channel" -> "flows to";
            default -> kind;
        };
    }

    /** What became of it, as one character; empty if it is the same on both sides of a difference, or there are none. */
    public String sign() {
        return origin == null ? "" : origin.sign();
    }

    /** Whether it is not the same on both sides of a difference. */
    public boolean isMarked() {
        return origin != null && origin != Origin.BOTH;
    }

    static String remark(Tone tone, @Nullable Origin origin) {
        String words = tone.words();
        String mark = origin == null ? "" : origin.mark();
        return words.isEmpty() || mark.isEmpty() ? words + mark : words + ", " + mark;
    }
}

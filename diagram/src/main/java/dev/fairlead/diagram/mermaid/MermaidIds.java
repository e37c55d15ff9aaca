package dev.fairlead.diagram.mermaid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Short ids that Mermaid accepts: made from the label, so that they stay the same when something else changes, with a
 * number behind those that would repeat. Words with a meaning in Mermaid ({@code end}) get one too.
 */
final class MermaidIds {
    private static final int LONGEST = 32;
    private static final Set<String> RESERVED = Set.of(
            "end",
            "graph",
            "subgraph",
            "flowchart",
            "class",
            "classdef",
            "click",
            "style",
            "linkstyle",
            "default",
            "direction",
            "href",
            "call",
            "interpolate",
            "lr",
            "rl",
            "tb",
            "td",
            "bt",
            "o",
            "x",
            "v");

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    /** The id of a thing, made from a label on the first call. */
    String claim(String thing, String label) {
        return ids.computeIfAbsent(thing, key -> unused(letters(label)));
    }

    /** The id of a thing that was claimed. */
    String of(String thing) {
        return claim(thing, thing);
    }

    private String unused(String wish) {
        String id = wish;
        for (int n = 2; !taken.add(id.toLowerCase(Locale.ROOT)); n++) {
            id = wish + "_" + n;
        }
        return id;
    }

    /** ASCII letters, digits and single underscores; starts with a letter. */
    private static String letters(String label) {
        var id = new StringBuilder();
        for (int i = 0; i < label.length() && id.length() < LONGEST; i++) {
            char c = label.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '_') {
                id.append('_');
            }
        }
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '_') {
            id.setLength(id.length() - 1);
        }
        return id.isEmpty() || Character.isDigit(id.charAt(0)) ? "n" + id : id.toString();
    }
}

package dev.fairlead.diagram.fit;

import java.util.List;
import java.util.Optional;

/**
 * How large one picture may be.
 *
 * @param characters of its text
 * @param edges in it
 * @param pixels the longest side of a picture
 */
public record Budget(String name, int characters, int edges, int pixels) {
    private static final int NONE = Integer.MAX_VALUE;
    private static final int PIXELS = 8_000;

    /** What Mermaid draws unless its configuration is changed, and so what GitHub and most others draw. */
    public static final Budget MERMAID = new Budget("mermaid", 50_000, 500, PIXELS);

    /** What programs that lay out text still make something readable of, in seconds. */
    public static final Budget LAYOUT = new Budget("layout", 500_000, 2_000, PIXELS);

    /** What forges still show of a page as a page: GitHub stops at 512 KiB. */
    public static final Budget PAGE = new Budget("page", 500_000, NONE, PIXELS);

    /** For data, and for our own pictures: the size of pictures only. */
    public static final Budget FILE = new Budget("file", NONE, NONE, PIXELS);

    private static final List<Budget> NAMED = List.of(
            new Budget("github", 50_000, 500, PIXELS),
            new Budget("gitlab", 5_000, 500, PIXELS),
            new Budget("gitea", 5_000, 500, PIXELS),
            new Budget("forgejo", 5_000, 500, PIXELS),
            MERMAID,
            LAYOUT,
            PAGE,
            FILE,
            new Budget("none", NONE, NONE, NONE));

    /** The names of budgets that can be asked for. */
    public static List<String> names() {
        return NAMED.stream().map(Budget::name).toList();
    }

    /** The budget with a name. */
    public static Optional<Budget> named(String name) {
        return NAMED.stream().filter(budget -> budget.name().equals(name)).findFirst();
    }
}

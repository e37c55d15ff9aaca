package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What could stand beside what. Programs that lay out by arrows from left to right put all that no arrow connects into one
 * column; links that nobody sees, from each box of a row to the next, make it a grid about as wide as it is high.
 */
public final class Rows {
    /**
     * Pictures of which the frames are the matter. In those of arrows, a new arrow would change the links of boxes that it is
     * not about, and lines of text ought to change only with what they tell.
     */
    private static final Set<Form> OF_FRAMES = EnumSet.of(Form.AREAS, Form.TABLE, Form.STATES);

    /** Columns for each row: a box is wider than it is high. */
    private static final double COLUMNS = 0.8;

    private final Groups groups;
    private final Loose loose;
    private final List<Link> links = new ArrayList<>();

    private Rows(Diagram diagram) {
        this.groups = new Groups(diagram);
        this.loose = new Loose(diagram);
        level(null);
    }

    /** The second of two boxes belongs to the right of the first. */
    public record Link(String left, String right) {}

    /** The links that make rows of what no edge connects to anything; none in a picture that is about arrows. */
    public static List<Link> of(Diagram diagram) {
        if (!OF_FRAMES.contains(diagram.form())) {
            return List.of();
        }
        return List.copyOf(new Rows(diagram).links);
    }

    /**
     * Something that takes space in a grid, counted in boxes.
     *
     * @param heads the first box of each row
     * @param tail the last box of the longest row
     */
    private record Block(List<String> heads, String tail, int width, int height) {}

    /** Makes rows of what is loose in a group, or in none; the block that it is, null for nothing. */
    private @Nullable Block level(@Nullable String group) {
        var blocks = new ArrayList<Block>();
        Block boxes = packed(groups.nodes(group).stream()
                .filter(loose::has)
                .map(node -> new Block(List.of(node.id()), node.id(), 1, 1))
                .toList());
        if (boxes != null) {
            blocks.add(boxes);
        }
        for (Group inner : groups.inside(group)) {
            Block block = level(inner.id());
            if (block != null && loose.has(inner)) {
                blocks.add(block);
            }
        }
        return packed(blocks);
    }

    /** Blocks one after the other, in rows that are as long as a picture of fair proportions wants them. */
    private @Nullable Block packed(List<Block> blocks) {
        int widest = 0;
        int area = 0;
        for (Block block : blocks) {
            widest = Math.max(widest, block.width());
            area += block.width() * block.height();
        }
        int most = Math.max(widest, (int) Math.ceil(Math.sqrt(COLUMNS * area)));
        var heads = new ArrayList<String>();
        Block before = null;
        String tail = null;
        int longest = 0;
        int width = 0;
        int height = 0;
        int rows = 0;
        for (Block block : blocks) {
            if (before == null || width + block.width() > most) {
                heads.addAll(block.heads());
                height += rows;
                width = 0;
                rows = 0;
            } else {
                String left = before.tail();
                block.heads().forEach(right -> links.add(new Link(left, right)));
            }
            width += block.width();
            rows = Math.max(rows, block.height());
            if (width > longest) {
                longest = width;
                tail = block.tail();
            }
            before = block;
        }
        return tail == null ? null : new Block(heads, tail, longest, height + rows);
    }
}

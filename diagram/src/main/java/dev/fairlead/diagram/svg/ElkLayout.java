package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Loose;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Route;
import dev.fairlead.diagram.svg.Layout.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/**
 * Lays a graph out with Eclipse ELK: in layers (Sugiyama, Tagawa, Toda 1981) from left to right. What no edge connects to
 * anything would make one tall layer, and is packed beside the layers. The seed is fixed and so is the result. Large graphs get fewer rounds of crossing minimisation.
 */
final class ElkLayout {
    private static final double HEADER = 28;
    private static final double MARGIN = 14;
    /** From here on, quality is paid for with seconds. */
    private static final int LARGE = 300;

    private static final int HUGE = 2_000;

    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> groups = new HashMap<>();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();
    private final Set<ElkLabel> unseen = new HashSet<>();
    private final Loose loose;
    /** One stage without arrows is no column. */
    private final boolean inStages;
    /** Where the loose things of a frame, or of the root, are packed. */
    private final Map<ElkNode, ElkNode> shelves = new HashMap<>();

    private ElkLayout(Diagram diagram) {
        this.diagram = diagram;
        this.loose = new Loose(diagram);
        this.inStages = diagram.form() == Form.STATES
                && (diagram.groups().size() > 1 || !diagram.edges().isEmpty());
    }

    /**
     * Lays a diagram out.
     *
     * @param sizes how large each node wants to be
     * @param headers how wide the title of each group is
     * @param labels how large the label of each edge is; null for none
     */
    static Layout of(
            Diagram diagram,
            Function<Node, Size> sizes,
            Function<Group, Double> headers,
            Function<Edge, @Nullable Size> labels) {
        var elk = new ElkLayout(diagram);
        elk.fill(sizes, headers, labels);
        new RecursiveGraphLayoutEngine().layout(elk.root, new NullElkProgressMonitor());
        return elk.result();
    }

    private void fill(
            Function<Node, Size> sizes, Function<Group, Double> headers, Function<Edge, @Nullable Size> labels) {
        options(root, diagram.edges().isEmpty(), new ElkPadding(MARGIN));
        if (inStages) {
            stages(sizes, headers);
            edges(labels);
            return;
        }
        for (Group group : diagram.groups()) {
            boolean isLoose = loose.has(group);
            ElkNode frame = ElkGraphUtil.createNode(room(group.parent(), isLoose));
            frame.setIdentifier(group.id());
            options(frame, isLoose, new ElkPadding(MARGIN + HEADER, MARGIN, MARGIN, MARGIN));
            frame.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
            frame.setProperty(
                    CoreOptions.NODE_SIZE_MINIMUM, new KVector(headers.apply(group) + 2 * MARGIN, HEADER + 2 * MARGIN));
            groups.put(group.id(), frame);
        }
        for (Node node : diagram.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(room(node.group(), loose.has(node)));
            Size size = sizes.apply(node);
            box.setDimensions(size.width(), size.height());
            nodes.put(node.id(), box);
        }
        edges(labels);
        if (hasCapabilities()) {
            unprovided();
        }
    }

    /**
     * Stages are columns, which have room between their boxes for the arrows that pass them. What is in none is missing, and
     * stands before the first. Their frames are drawn around what came to be in them.
     */
    private void stages(Function<Node, Size> sizes, Function<Group, Double> headers) {
        options(root, false, new ElkPadding(2 * MARGIN + HEADER, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN));
        // Layers are read from where the boxes are put. ELK's partitions would say the same, but come out otherwise
        // each time.
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40 + 2 * MARGIN);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 2 * MARGIN);
        Map<String, Integer> stages = new HashMap<>();
        Map<String, Double> widths = new HashMap<>();
        for (Group group : diagram.groups()) {
            stages.put(group.id(), stages.size() + 1);
            widths.put(group.id(), headers.apply(group));
        }
        for (Node node : diagram.nodes()) {
            widths.merge(String.valueOf(node.group()), sizes.apply(node).width(), Math::max);
        }
        Map<String, Integer> columns = Stages.columns(diagram, stages, loose);
        double column = 1 + widths.values().stream().reduce(0.0, Math::max);
        for (Node node : diagram.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setX(column * columns.getOrDefault(node.id(), 0));
            box.setDimensions(
                    widths.getOrDefault(String.valueOf(node.group()), 0.0),
                    sizes.apply(node).height());
            nodes.put(node.id(), box);
        }
    }

    private void edges(Function<Edge, @Nullable Size> labels) {
        boolean inColumns = hasCapabilities();
        for (Edge edge : diagram.edges()) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            Size size = labels.apply(edge);
            if (size == null && inColumns) {
                unlabelled(line);
            }
            if (size != null) {
                ElkLabel label = ElkGraphUtil.createLabel(line);
                // A label without a text would not be placed.
                label.setText(edge.caption());
                label.setDimensions(size.width(), size.height());
                if (inStages) {
                    // In the middle it would take a layer of its own, which is no stage.
                    label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.HEAD);
                }
            }
            edges.add(line);
        }
    }

    /** A label takes a layer, so an arrow without one gets one that is not seen: else its ends would stand a column nearer. */
    private void unlabelled(ElkEdge line) {
        ElkLabel label = ElkGraphUtil.createLabel(line);
        label.setText(" ");
        unseen.add(label);
    }

    /** Layers are counted from the right, where a capability that nobody provides has nothing: it gets something. */
    private void unprovided() {
        Set<String> from = new HashSet<>();
        diagram.edges().forEach(edge -> from.add(edge.from()));
        for (Edge edge : diagram.edges()) {
            if (!from.contains(edge.to()) && edge.kind().equals("requires") && from.add(edge.to())) {
                unlabelled(ElkGraphUtil.createSimpleEdge(nodes.get(edge.to()), ElkGraphUtil.createNode(root)));
            }
        }
    }

    private boolean hasCapabilities() {
        return !inStages
                && diagram.nodes().stream().anyMatch(node -> node.kind().equals("capability"));
    }

    /** Where something in a frame, or in none, is put. */
    private ElkNode room(@Nullable String group, boolean isLoose) {
        ElkNode frame = group == null ? root : groups.getOrDefault(group, root);
        if (!isLoose || !loose.needsShelf(group)) {
            return frame;
        }
        return shelves.computeIfAbsent(frame, _ -> {
            ElkNode shelf = ElkGraphUtil.createNode(frame);
            options(shelf, true, new ElkPadding(0));
            return shelf;
        });
    }

    private void options(ElkNode graph, boolean packed, ElkPadding padding) {
        graph.setProperty(CoreOptions.ALGORITHM, packed ? "org.eclipse.elk.box" : LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.PADDING, padding);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 16.0);
        graph.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
        if (packed) {
            graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.SEPARATE_CHILDREN);
            return;
        }
        boolean down = diagram.form() == Form.CONTEXT || diagram.form() == Form.CONTAINER;
        graph.setProperty(CoreOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 14.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
        if (hasCapabilities()) {
            // Who needs, what, and who provides: three columns.
            graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
        }
        if (diagram.nodes().size() + diagram.edges().size() > LARGE) {
            graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
            graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_HIERARCHICAL_SWEEPINESS, -1.0);
            graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
        }
        if (diagram.nodes().size() + diagram.edges().size() > HUGE) {
            // One of the four placements that are else compared.
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTUP);
        }
    }

    private Layout result() {
        Map<String, Area> boxes = new HashMap<>();
        nodes.forEach((id, node) -> boxes.put(id, ElkPlaces.area(node)));
        Map<String, Area> frames = new HashMap<>();
        groups.forEach((id, frame) -> frames.put(id, ElkPlaces.area(frame)));
        if (inStages) {
            diagram.groups().forEach(stage -> column(stage, boxes, frames));
        }
        List<Route> routes =
                edges.stream().map(edge -> ElkPlaces.route(edge, unseen)).toList();
        return new Layout(root.getWidth(), root.getHeight(), boxes, frames, routes);
    }

    /** A stage reaches from top to bottom, around all that is in it. */
    private void column(Group stage, Map<String, Area> boxes, Map<String, Area> frames) {
        double left = Double.MAX_VALUE;
        double right = 0;
        for (Node node : diagram.nodes()) {
            Area box = boxes.get(node.id());
            if (box != null && stage.id().equals(node.group())) {
                left = Math.min(left, box.x());
                right = Math.max(right, box.x() + box.width());
            }
        }
        if (left < right) {
            frames.put(
                    stage.id(),
                    new Area(left - MARGIN, MARGIN, right - left + 2 * MARGIN, root.getHeight() - 2 * MARGIN));
        }
    }
}

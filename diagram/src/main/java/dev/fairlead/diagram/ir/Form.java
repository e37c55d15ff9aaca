package dev.fairlead.diagram.ir;

import java.util.Locale;

/** What kind of picture a diagram wants to be. A renderer that has no such kind draws a graph. */
public enum Form {
    /** Boxes in frames, arrows between them. */
    GRAPH,
    /** Edges lead from parents to children: a mind map. */
    TREE,
    /** Only the nesting of groups matters: areas in areas. */
    AREAS,
    /** Streams as wide as their weight, from left to right: a Sankey diagram. */
    FLOW,
    /** Messages between participants, from top to bottom. */
    SEQUENCE,
    /** Stages that follow one another; groups are stages. */
    STATES,
    /** Rows are nodes, columns are attributes. */
    TABLE,
    /** Rows are nodes without, columns nodes with incoming edges; an edge is a cell. */
    MATRIX,
    /** C4, level 1: the system and what is around it. */
    CONTEXT,
    /** C4, level 2: what the system consists of. */
    CONTAINER,
    /** C4, level 3: what one part of the system consists of. */
    COMPONENT;

    /** Whether it is a level of the C4 model. */
    public boolean isC4() {
        return this == CONTEXT || this == CONTAINER || this == COMPONENT;
    }

    /** As it is written in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

import type { Arrow, Box, Diagram, Group, Picture } from "../src/data/protocol";

export function box(id: string, group: string | null = null): Box {
  return { id, label: id, kind: "service", group, tone: "plain", attributes: {}, location: null, origin: null };
}

export function arrow(from: string, to: string): Arrow {
  return { from, to, label: "needs", kind: "requires", tone: "plain", weight: 1, location: null, origin: null };
}

export function group(id: string, parent: string | null = null): Group {
  return { id, label: id, kind: "host", parent };
}

export function diagram(nodes: Box[], edges: Arrow[], groups: Group[] = []): Diagram {
  return { view: "dependencies", form: "graph", title: "", columns: [], groups, nodes, edges, notes: [] };
}

/** A picture with everything at the same place. */
export function picture(drawn: Diagram): Picture {
  const at = { x: 0, y: 0, width: 100, height: 40, lines: [] };
  const areas = (things: { id: string }[]) => Object.fromEntries(things.map((thing) => [thing.id, at]));
  return {
    diagram: drawn,
    layout: { width: 100, height: 40, nodes: areas(drawn.nodes), groups: areas(drawn.groups), edges: drawn.edges.map(() => ({ points: [], label: null })) },
    collapsed: [],
  };
}

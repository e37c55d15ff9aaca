import type { Diagram, TraceResult } from "./protocol";
import type { Direction } from "./state";

/** What a trace lights up, in terms of boxes that are drawn: their ids, and the indices of arrows. */
export interface Traced {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<number>;
  /** How many things are on the way, drawn or inside of closed groups. */
  count: number;
}

/** All that a box reaches over arrows (down), all that reaches it (up), or both; not what is merely connected to these. */
export function traceDrawn(diagram: Diagram, start: string, direction: Direction): Traced {
  const nodes = new Set([start]);
  const edges = new Set<number>();
  for (const way of direction === "both" ? (["up", "down"] as const) : [direction]) {
    const next = new Map<string, { to: string; edge: number }[]>();
    diagram.edges.forEach((edge, index) => {
      const [from, to] = way === "down" ? [edge.from, edge.to] : [edge.to, edge.from];
      const steps = next.get(from);
      if (steps === undefined) {
        next.set(from, [{ to, edge: index }]);
      } else {
        steps.push({ to, edge: index });
      }
    });
    const seen = new Set([start]);
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const step of next.get(at) ?? []) {
        edges.add(step.edge);
        if (!seen.has(step.to)) {
          seen.add(step.to);
          nodes.add(step.to);
          open.push(step.to);
        }
      }
    }
  }
  return { nodes, edges, count: nodes.size };
}

/** The answers of the server, of which some things are inside of closed groups, as what is drawn. */
export function traceOf(diagram: Diagram, answers: readonly TraceResult[]): Traced {
  const drawn = new Set(diagram.nodes.map((node) => node.id));
  const nodes = new Set<string>();
  const edges = new Set<number>();
  const all = new Set<string>();
  for (const answer of answers) {
    const shownAs = new Map<string, string>();
    for (const node of answer.nodes) {
      all.add(node.id);
      const shown = drawn.has(node.id) ? node.id : node.groups.find((group) => drawn.has(group));
      if (shown !== undefined) {
        shownAs.set(node.id, shown);
        nodes.add(shown);
      }
    }
    const ways = new Set(answer.edges.map((edge) => pair(shownAs.get(edge.from), shownAs.get(edge.to))));
    diagram.edges.forEach((edge, index) => {
      if (ways.has(pair(edge.from, edge.to))) {
        edges.add(index);
      }
    });
  }
  return { nodes, edges, count: all.size };
}

function pair(from: string | undefined, to: string | undefined): string {
  return JSON.stringify([from ?? null, to ?? null]);
}

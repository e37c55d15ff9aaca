import type { Arrow, Diagram, TraceResult } from "./protocol";
import type { Direction } from "./state";

/** What a trace lights up, in terms of boxes that are drawn: their ids, and the indices of arrows. */
export interface Traced {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<number>;
  /** What flows from box to box and the view has no arrows for. */
  flows: readonly { from: string; to: string }[];
  /** The channel that these lead to and from, where so many are at its ends that not each is led to each. */
  hub: string | null;
  /** How many things are on the way, drawn or inside of closed groups. */
  count: number;
}

/** All that a box reaches over arrows (down), all that reaches it (up), or both; not what is merely connected to these. */
export function traceDrawn(diagram: Diagram, start: string, direction: Direction): Traced {
  const nodes = new Set([start]);
  const edges = new Set<number>();
  for (const way of direction === "both" ? (["up", "down"] as const) : [direction]) {
    const next = steps(diagram, way);
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
  return { nodes, edges, flows: [], hub: null, count: nodes.size };
}

function steps(diagram: Diagram, way: "up" | "down"): Map<string, { to: string; edge: number }[]> {
  const next = new Map<string, { to: string; edge: number }[]>();
  diagram.edges.forEach((edge, index) => {
    if (flows(edge)) {
      return;
    }
    const [from, to] = way === "down" ? [edge.from, edge.to] : [edge.to, edge.from];
    const step = { to, edge: index };
    const known = next.get(from);
    if (known === undefined) {
      next.set(from, [step]);
    } else {
      known.push(step);
    }
  });
  return next;
}

/** Whether an arrow is part of a channel. Two services may be connected by one and by a requirement, and a trace is of one of these. */
function flows(edge: Arrow): boolean {
  return edge.kind === "channel" || edge.kind === "emits" || edge.kind === "reads";
}

/** The answers to a trace, of which some things are inside of closed groups, as what is drawn. */
export function traceOf(diagram: Diagram, answers: readonly TraceResult[], isChannel: boolean): Traced {
  const drawn = new Set(diagram.nodes.map((node) => node.id));
  const nodes = new Set<string>();
  const edges = new Set<number>();
  const missing = new Map<string, { from: string; to: string }>();
  let hub: string | null = null;
  const all = new Set<string>();
  for (const answer of answers) {
    const shownAs = new Map<string, string>();
    for (const node of answer.nodes) {
      all.add(thing(node.id));
      const shown = drawn.has(node.id) ? node.id : node.groups.find((group) => drawn.has(group));
      if (shown !== undefined) {
        shownAs.set(node.id, thing(shown));
        nodes.add(shown);
      }
    }
    const ways = new Map<string, { from: string; to: string }>();
    for (const edge of answer.edges) {
      const from = shownAs.get(edge.from) ?? thing(edge.from);
      const to = shownAs.get(edge.to) ?? thing(edge.to);
      ways.set(pair(from, to), { from, to });
    }
    const covered = new Set<string>();
    diagram.edges.forEach((edge, index) => {
      const key = pair(thing(edge.from), thing(edge.to));
      if (flows(edge) === isChannel && ways.has(key)) {
        edges.add(index);
        covered.add(key);
      }
    });
    const channel = isChannel ? answer.nodes.find((node) => node.id.startsWith("channel:"))?.id : undefined;
    if (channel === undefined || drawn.has(channel)) {
      continue;
    }
    const isLedThrough = ![...ways.values()].some((way) => way.from !== channel && way.to !== channel);
    hub = isLedThrough ? channel : hub;
    const isEnd = (id: string) => drawn.has(id) || (isLedThrough && id === channel);
    for (const [key, way] of ways) {
      if (!covered.has(key) && way.from !== way.to && isEnd(way.from) && isEnd(way.to)) {
        missing.set(key, way);
      }
    }
  }
  return { nodes, edges, flows: [...missing.values()], hub: missing.size > 0 ? hub : null, count: all.size };
}

/** In the view of channels a service has a box as a producer and one as a consumer. */
function thing(id: string): string {
  return id.replace(/^(from|to):(?=service:)/, "");
}

function pair(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

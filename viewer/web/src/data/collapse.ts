import { Groups } from "./groups";
import type { Area, Arrow, Box, Labelled, Picture, Tone } from "./protocol";

const BOX_WIDTH = 190;
const BOX_HEIGHT = 46;
const SEVERITY: Tone[] = ["plain", "outside", "uncovered", "unknown", "ambiguous", "conflict", "cycle", "missing"];

/**
 * Closes groups without a server to lay the rest out again: the box of a group stands in the middle of where the group was,
 * and arrows to what is in it lead straight to the box.
 */
export function collapsed(picture: Picture, ids: readonly string[]): Picture {
  const closed = new Set(ids);
  if (closed.size === 0) {
    return picture;
  }
  const { diagram, layout } = picture;
  const groups = new Groups(diagram);
  const outermost = (group: string | null) => groups.around(group).findLast((id) => closed.has(id));
  const standsFor = new Map<string, string>();
  const inside = new Map<string, Box[]>();
  for (const node of diagram.nodes) {
    const group = outermost(node.group);
    if (group !== undefined) {
      standsFor.set(node.id, group);
      inside.set(group, [...(inside.get(group) ?? []), node]);
    }
  }
  const nodes = diagram.nodes.filter((node) => !standsFor.has(node.id));
  const areas: Record<string, Labelled> = { ...layout.nodes };
  const boxes = [...picture.collapsed];
  for (const group of diagram.groups) {
    const hidden = inside.get(group.id);
    const frame = layout.groups[group.id];
    if (hidden === undefined || frame === undefined) {
      continue;
    }
    nodes.push({ ...summary(hidden), id: group.id, kind: group.kind, group: group.parent, label: group.label });
    areas[group.id] = { ...middle(frame), lines: [group.label, `${hidden.length} inside`] };
    boxes.push({
      id: group.id,
      label: group.label,
      kind: group.kind,
      nodes: hidden.length,
      problems: hidden.filter((node) => SEVERITY.indexOf(node.tone) > 1).length,
    });
  }
  const arrows = new Map<string, { edge: Arrow; at: number; moved: boolean }>();
  diagram.edges.forEach((edge, at) => {
    const from = standsFor.get(edge.from) ?? edge.from;
    const to = standsFor.get(edge.to) ?? edge.to;
    const moved = from !== edge.from || to !== edge.to;
    if (moved && from === to) {
      return;
    }
    const key = moved ? JSON.stringify([from, to, edge.kind, edge.tone]) : `#${at}`;
    const before = arrows.get(key);
    if (before === undefined) {
      arrows.set(key, { edge: { ...edge, from, to, location: moved ? null : edge.location }, at, moved });
    } else {
      before.edge = { ...before.edge, weight: before.edge.weight + edge.weight };
    }
  });
  const kept = [...arrows.values()];
  return {
    diagram: {
      ...diagram,
      groups: diagram.groups.filter((group) => outermost(group.id) === undefined),
      nodes,
      edges: kept.map((arrow) => arrow.edge),
    },
    layout: {
      ...layout,
      nodes: areas,
      edges: kept.map((arrow) => (arrow.moved ? { points: [], label: null } : (layout.edges[arrow.at] ?? { points: [], label: null }))),
    },
    collapsed: boxes,
  };
}

function summary(hidden: Box[]): Box {
  const first = hidden[0] as Box;
  const worst = hidden.reduce((a, b) => (SEVERITY.indexOf(a.tone) >= SEVERITY.indexOf(b.tone) ? a : b));
  const origins = new Set(hidden.map((node) => node.origin));
  return {
    ...first,
    tone: worst.tone,
    attributes: {},
    location: null,
    origin: origins.size === 1 ? first.origin : "changed",
  };
}

function middle(frame: Area): Area {
  return {
    x: frame.x + Math.max(0, (frame.width - BOX_WIDTH) / 2),
    y: frame.y + Math.max(0, (frame.height - BOX_HEIGHT) / 2),
    width: Math.min(BOX_WIDTH, frame.width),
    height: BOX_HEIGHT,
  };
}

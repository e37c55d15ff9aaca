import type { ElementDefinition } from "cytoscape";
import { Groups } from "../data/groups";
import type { Arrow, Area, Box, Diagram, Labelled, Origin, Picture, Route } from "../data/protocol";
import { markOfOrigin, wordsOfOrigin, wordsOfTone } from "../data/words";
import { bent } from "./route";

/** Which side of a comparison a canvas shows. */
export type Side = "before" | "after" | "both";

export const boxId = (id: string) => `n:${id}`;
export const frameId = (id: string) => `g:${id}`;
export const titleId = (id: string) => `t:${id}`;

/** The id in the diagram of an element of the canvas; null for arrows. */
export function diagramId(elementId: string): string | null {
  return /^[ngt]:/.test(elementId) ? elementId.slice(2) : null;
}

/** A picture as elements of Cytoscape: frames first, so that they lie below; what one side has not got is left out. */
export function elements(picture: Picture, side: Side): ElementDefinition[] {
  const { diagram, layout } = picture;
  const groups = new Groups(diagram);
  const closed = new Set(picture.collapsed.map((group) => group.id));
  const shown = (origin: Origin | null) => !(side === "before" && origin === "new") && !(side === "after" && origin === "old");
  const all: ElementDefinition[] = [];
  const used = new Set(diagram.nodes.filter((node) => shown(node.origin)).flatMap((node) => groups.around(node.group)));
  for (const group of diagram.groups) {
    const area = layout.groups[group.id];
    if (area !== undefined && !closed.has(group.id) && used.has(group.id)) {
      const depth = groups.depth(group.id);
      all.push(frame(group.id, area, depth), title(group.id, group.label, area, depth));
    }
  }
  const boxes = new Set<string>();
  for (const node of diagram.nodes) {
    const area = layout.nodes[node.id];
    if (area !== undefined && shown(node.origin)) {
      boxes.add(node.id);
      all.push(box(node, area, closed.has(node.id)));
    }
  }
  const usual = usualCaption(diagram);
  diagram.edges.forEach((edge, index) => {
    if (boxes.has(edge.from) && boxes.has(edge.to) && shown(edge.origin)) {
      all.push(arrow(edge, index, layout.edges[index], layout.nodes, usual));
    }
  });
  return all;
}

function frame(id: string, area: Area, depth: number): ElementDefinition {
  return {
    data: { id: frameId(id), w: area.width, h: area.height },
    position: centre(area),
    classes: `frame depth${depth % 2}`,
    pannable: true,
    grabbable: false,
  };
}

/** The title of a frame is an element of its own, because Cytoscape has no text in an upper left corner. */
function title(id: string, label: string, area: Area, depth: number): ElementDefinition {
  return {
    data: { id: titleId(id), label: `▾ ${oneLine(label)}`, w: Math.max(10, area.width - 10) },
    position: { x: area.x + 8, y: area.y + 18 },
    classes: `title depth${depth % 2}`,
    pannable: true,
    grabbable: false,
  };
}

function box(node: Box, area: Labelled, isClosed: boolean): ElementDefinition {
  const classes = ["box", `tone-${node.tone}`, `shape-${shape(node.kind)}`];
  if (node.origin !== null) {
    classes.push(`origin-${node.origin}`);
  }
  if (isClosed) {
    classes.push("closed");
  }
  return {
    data: { id: boxId(node.id), label: (isClosed ? "▸ " : "") + area.lines.join("\n"), w: area.width, h: area.height },
    position: centre(area),
    classes: classes.join(" "),
    pannable: true,
    grabbable: false,
  };
}

function arrow(edge: Arrow, index: number, route: Route | undefined, areas: Record<string, Area>, usual: string): ElementDefinition {
  const classes = ["arrow", `tone-${edge.tone}`, `kind-${edge.kind}`];
  if (edge.origin !== null) {
    classes.push(`origin-${edge.origin}`);
  }
  if (edge.tone === "plain" && wordsOfOrigin(edge.origin) === "") {
    classes.push("calm");
  }
  const data: Record<string, unknown> = {
    id: `e:${index}`,
    source: boxId(edge.from),
    target: boxId(edge.to),
    index,
    caption: captionOf(edge),
    label: captionOf(edge) === usual ? "" : (route?.label?.lines.join("\n") ?? ""),
    thickness: Math.min(8, 1.3 + Math.log2(edge.weight)),
  };
  const from = areas[edge.from];
  const to = areas[edge.to];
  const bends = route && from && to ? bent(route, centre(from), centre(to)) : null;
  if (bends !== null) {
    Object.assign(data, bends);
    classes.push(bends.weights.length > 0 ? "bent" : "straight");
  }
  return { data: data as ElementDefinition["data"], classes: classes.join(" ") };
}

/** The label, and in words what the colour says. */
export function captionOf(thing: Box | Arrow): string {
  const words = [wordsOfTone(thing.tone), markOfOrigin(thing.origin)].filter(Boolean).join(", ");
  if (words === "") {
    return thing.label;
  }
  return thing.label === "" ? words : `${thing.label} (${words})`;
}

/** What most arrows say, which would be noise at each of them. */
export function usualCaption(diagram: Diagram): string {
  const counts = new Map<string, number>();
  for (const edge of diagram.edges) {
    const caption = captionOf(edge);
    counts.set(caption, (counts.get(caption) ?? 0) + 1);
  }
  for (const [caption, count] of counts) {
    if (count > 3 && count * 2 > diagram.edges.length) {
      return caption;
    }
  }
  return "";
}

function shape(kind: string): string {
  switch (kind) {
    case "capability":
    case "class":
    case "backend":
    case "person":
      return "pill";
    case "channel":
      return "hexagon";
    case "state":
      return "barrel";
    case "rule":
    case "note":
      return "note";
    case "host":
    case "environment":
    case "fleet":
    case "user":
    case "part":
      return "plate";
    default:
      return "box";
  }
}

function centre(area: Area): { x: number; y: number } {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

/** Names may hold line breaks; a title is one line. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

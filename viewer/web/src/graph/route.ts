import type { Route } from "../data/protocol";

export interface Point {
  x: number;
  y: number;
}

/** A way as Cytoscape wants it. */
export interface Bends {
  /** Where the arrow begins and ends, from the middle of its box: `"12px -3px"`. */
  start: string;
  end: string;
  /** For each bend, how far along the straight line from start to end, and how far beside it. */
  weights: number[];
  distances: number[];
  /** From where Cytoscape would put the label to where the layout has room for it. */
  labelX: number;
  labelY: number;
}

/** The way that the layout chose; null if Cytoscape has to find one, as for loops whose ends meet. */
export function bent(route: Route, source: Point, target: Point): Bends | null {
  const points = route.points.map(([x, y]) => ({ x, y }));
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) {
    return null;
  }
  const dx = last.x - first.x;
  const dy = last.y - first.y;
  const square = dx * dx + dy * dy;
  if (square < 1) {
    return null;
  }
  const length = Math.sqrt(square);
  const between = points.slice(1, -1);
  const middle = middleOf(points);
  return {
    start: offset(first, source),
    end: offset(last, target),
    weights: between.map((point) => round(((point.x - first.x) * dx + (point.y - first.y) * dy) / square)),
    distances: between.map((point) => round(((point.y - first.y) * dx - (point.x - first.x) * dy) / length)),
    labelX: route.label === null ? 0 : round(route.label.x + route.label.width / 2 - middle.x),
    labelY: route.label === null ? 0 : round(route.label.y + route.label.height / 2 - middle.y),
  };
}

/** Where Cytoscape puts the label: at the bend in the middle, or between the two that are. */
function middleOf(points: Point[]): Point {
  const a = points[Math.floor((points.length - 1) / 2)] as Point;
  const b = points[Math.ceil((points.length - 1) / 2)] as Point;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function offset(point: Point, from: Point): string {
  return `${round(point.x - from.x)}px ${round(point.y - from.y)}px`;
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}

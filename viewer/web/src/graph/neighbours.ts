import type { Point } from "./route";

export type Way = "left" | "right" | "up" | "down";

export interface Candidate extends Point {
  id: string;
}

/**
 * Where an arrow key leads from a box: to the nearest one that it is connected with in that direction, else to the nearest of all.
 * What lies far beside the direction counts as farther.
 */
export function neighbour(from: Point, way: Way, connected: readonly Candidate[], all: readonly Candidate[]): string | null {
  return nearest(from, way, connected) ?? nearest(from, way, all);
}

function nearest(from: Point, way: Way, candidates: readonly Candidate[]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const [along, beside] = towards(candidate.x - from.x, candidate.y - from.y, way);
    // In the direction means: within 63 degrees of it.
    if (along > 1 && beside <= along * 2) {
      const distance = along + beside * 2;
      if (distance < least) {
        least = distance;
        best = candidate.id;
      }
    }
  }
  return best;
}

function towards(dx: number, dy: number, way: Way): [number, number] {
  switch (way) {
    case "left":
      return [-dx, Math.abs(dy)];
    case "right":
      return [dx, Math.abs(dy)];
    case "up":
      return [-dy, Math.abs(dx)];
    case "down":
      return [dy, Math.abs(dx)];
  }
}

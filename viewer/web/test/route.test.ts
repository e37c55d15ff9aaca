import assert from "node:assert/strict";
import { test } from "node:test";
import { bent } from "../src/graph/route";

test("bends lead back to the points of the layout", () => {
  const points: [number, number][] = [
    [10, 10],
    [60, 10],
    [60, 90],
    [200, 90],
  ];
  const bends = bent({ points, label: null }, { x: 0, y: 10 }, { x: 220, y: 90 });
  assert.ok(bends);
  assert.equal(bends.start, "10px 0px");
  assert.equal(bends.end, "-20px 0px");
  const length = Math.hypot(190, 80);
  const back = bends.weights.map((weight, index) => {
    const distance = bends.distances[index] as number;
    // The normal that Cytoscape uses.
    return [10 + 190 * weight + (-80 / length) * distance, 10 + 80 * weight + (190 / length) * distance].map(Math.round);
  });
  assert.deepEqual(back, [
    [60, 10],
    [60, 90],
  ]);
});

test("a label goes to where the layout has room for it", () => {
  const bends = bent({ points: [[0, 0], [100, 0]], label: { x: 60, y: -30, width: 20, height: 10, lines: [] } }, { x: 0, y: 0 }, { x: 100, y: 0 });
  assert.deepEqual([bends?.labelX, bends?.labelY], [20, -25]);
});

test("a way that ends where it begins, or that there is none of, is left to Cytoscape", () => {
  const at = { x: 0, y: 0 };
  assert.equal(bent({ points: [], label: null }, at, at), null);
  assert.equal(bent({ points: [[5, 5], [9, 9], [5, 5]], label: null }, at, at), null);
});

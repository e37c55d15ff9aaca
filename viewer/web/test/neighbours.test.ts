import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbour } from "../src/graph/neighbours";

const from = { x: 0, y: 0 };
const far = { id: "far", x: 300, y: 20 };
const near = { id: "near", x: 60, y: 0 };
const below = { id: "below", x: 10, y: 50 };

test("an arrow key goes to what is connected, even if something else is nearer", () => {
  assert.equal(neighbour(from, "right", [far], [far, near, below]), "far");
});

test("where nothing is connected in a direction, it goes to the nearest there", () => {
  assert.equal(neighbour(from, "right", [below], [far, near, below]), "near");
  assert.equal(neighbour(from, "down", [far], [far, near, below]), "below");
});

test("where there is nothing it stays", () => {
  assert.equal(neighbour(from, "left", [far], [far, near, below]), null);
});

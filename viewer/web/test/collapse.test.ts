import assert from "node:assert/strict";
import { test } from "node:test";
import { collapsed } from "../src/data/collapse";
import { arrow, box, diagram, group, picture } from "./pictures";

const open = picture(
  diagram(
    [box("web", "host:a"), box("cron", "user:u@a"), box("db", "host:b"), box("out")],
    [arrow("web", "db"), arrow("cron", "db"), arrow("web", "cron"), arrow("db", "out")],
    [group("host:a"), group("user:u@a", "host:a"), group("host:b")],
  ),
);

test("a closed group is one box, also for the groups in it", () => {
  const { diagram: drawn, collapsed: closed } = collapsed(open, ["host:a", "user:u@a"]);
  assert.deepEqual(drawn.nodes.map((node) => node.id), ["db", "out", "host:a"]);
  assert.deepEqual(drawn.groups.map((one) => one.id), ["host:b"]);
  assert.deepEqual(closed.map(({ id, nodes }) => ({ id, nodes })), [{ id: "host:a", nodes: 2 }]);
});

test("arrows of what is inside become one arrow of the box, and those within it go", () => {
  const { diagram: drawn, layout } = collapsed(open, ["host:a"]);
  assert.deepEqual(drawn.edges.map(({ from, to, weight }) => [from, to, weight]), [
    ["host:a", "db", 2],
    ["db", "out", 1],
  ]);
  assert.equal(layout.edges.length, drawn.edges.length);
});

test("what is missing stays visible", () => {
  const broken = picture(diagram([{ ...box("web", "host:a"), tone: "missing" }, box("dns", "host:a")], [], [group("host:a")]));
  const closed = collapsed(broken, ["host:a"]);
  assert.equal(closed.diagram.nodes[0]?.tone, "missing");
  assert.equal(closed.collapsed[0]?.problems, 1);
});

test("nothing closed is the picture itself", () => {
  assert.equal(collapsed(open, []), open);
  assert.deepEqual(collapsed(open, ["host:gone"]).diagram, open.diagram);
});

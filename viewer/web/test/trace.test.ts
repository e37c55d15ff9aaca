import assert from "node:assert/strict";
import { test } from "node:test";
import { traceDrawn, traceOf } from "../src/data/trace";
import { arrow, box, diagram } from "./pictures";

const nodes = ["web", "app", "db", "disk", "cron", "mail"].map((id) => box(id));
const edges = [arrow("web", "app"), arrow("app", "db"), arrow("db", "disk"), arrow("cron", "db"), arrow("web", "disk"), arrow("mail", "disk")];
const drawn = diagram(nodes, edges);

test("down is all that something needs", () => {
  assert.deepEqual([...traceDrawn(drawn, "app", "down").nodes].sort(), ["app", "db", "disk"]);
});

test("up is all that needs something", () => {
  assert.deepEqual([...traceDrawn(drawn, "db", "up").nodes].sort(), ["app", "cron", "db", "web"]);
});

test("a way around something is not on the way through it", () => {
  const traced = traceDrawn(drawn, "app", "both");
  assert.deepEqual([...traced.nodes].sort(), ["app", "db", "disk", "web"]);
  assert.deepEqual([...traced.edges], [0, 1, 2]);
});

test("a circle ends", () => {
  const circle = diagram([box("a"), box("b")], [arrow("a", "b"), arrow("b", "a")]);
  assert.equal(traceDrawn(circle, "a", "down").edges.size, 2);
});

test("what is inside of closed groups lights the outermost of them, and the arrows to it", () => {
  const closed = diagram([box("web"), box("host:h"), box("cron")], [arrow("web", "host:h"), arrow("cron", "host:h")]);
  const traced = traceOf(closed, [
    {
      nodes: [
        { id: "web", groups: [] },
        { id: "app", groups: ["host:h", "user:u@h"] },
        { id: "db", groups: ["host:h"] },
      ],
      edges: [
        { from: "web", to: "app" },
        { from: "app", to: "db" },
      ],
    },
  ], false);
  assert.deepEqual([...traced.nodes].sort(), ["host:h", "web"]);
  assert.deepEqual([...traced.edges], [0]);
  assert.equal(traced.count, 3);
});

test("a trace of a channel lights no requirement, and draws what flows where the view does not", () => {
  const drawn = diagram([box("service:app"), box("service:backup"), box("service:db")], [arrow("service:app", "service:backup")]);
  const answer = {
    nodes: ["service:app", "service:backup", "channel:c"].map((id) => ({ id, groups: [] })),
    edges: [
      { from: "service:app", to: "service:backup" },
      { from: "service:app", to: "channel:c" },
    ],
  };
  const traced = traceOf(drawn, [answer], true);
  assert.deepEqual([...traced.edges], []);
  assert.deepEqual(traced.flows, [{ from: "service:app", to: "service:backup" }]);
});

test("where the channel is drawn, its arrows are lit", () => {
  const emits = { ...arrow("from:service:app", "channel:c"), kind: "emits" };
  const drawn = diagram([box("from:service:app"), box("channel:c")], [emits]);
  const answer = { nodes: ["from:service:app", "channel:c"].map((id) => ({ id, groups: [] })), edges: [{ from: "service:app", to: "channel:c" }] };
  const traced = traceOf(drawn, [answer], true);
  assert.deepEqual([...traced.edges], [0]);
  assert.deepEqual(traced.flows, []);
});

test("a channel with very many ends that the view has no box for gets one, through which its flows lead", () => {
  const drawn = diagram([box("service:app"), box("service:backup")], []);
  const answer = {
    nodes: ["service:app", "service:backup", "channel:c"].map((id) => ({ id, groups: [] })),
    edges: [
      { from: "service:app", to: "channel:c" },
      { from: "channel:c", to: "service:backup" },
      { from: "channel:c", to: "service:elsewhere" },
    ],
  };
  const traced = traceOf(drawn, [answer], true);
  assert.equal(traced.hub, "channel:c");
  assert.deepEqual(traced.flows, answer.edges.slice(0, 2));
});

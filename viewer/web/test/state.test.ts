import assert from "node:assert/strict";
import { test } from "node:test";
import { ARRANGEMENTS, type Arrangement, FILTERS, FLAGS, fromFragment, START, toFragment, type TraceOrder, type ViewState } from "../src/data/state";

const WORDS = ["dns", "service:dns@web1", "a&b=c", "#?%", "é 👋", "<img onerror=alert(1)>", "host:web1:nginx.port=8080", "+ +"];

/** The same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function anyState(next: () => number): ViewState {
  const word = () => WORDS[Math.floor(next() * WORDS.length)] as string;
  const some = () => Array.from({ length: Math.floor(next() * 3) }, word);
  const traces: (TraceOrder | null)[] = [null, { direction: "up" }, { direction: "both" }, { channel: word() }];
  return {
    document: next() < 0.5 ? START.document : word(),
    against: next() < 0.5 ? null : word(),
    suppose: { without: some(), backend: some(), set: some() },
    arrange: ARRANGEMENTS[Math.floor(next() * ARRANGEMENTS.length)] as Arrangement,
    view: next() < 0.5 ? START.view : word(),
    filters: Object.fromEntries(FILTERS.filter(() => next() < 0.3).map((name) => [name, word()])),
    flags: FLAGS.filter(() => next() < 0.5),
    expanded: some(),
    collapsed: some(),
    selected: next() < 0.5 ? null : word(),
    trace: traces[Math.floor(next() * traces.length)] as TraceOrder | null,
  };
}

test("a link restores what was looked at", () => {
  const next = random(1);
  for (let i = 0; i < 500; i++) {
    const state = anyState(next);
    assert.deepEqual(fromFragment(`#${toFragment(state)}`), state);
  }
});

test("what a page starts with needs no fragment", () => {
  assert.equal(toFragment(START), "");
  assert.deepEqual(fromFragment(""), START);
});

test("a fragment of something else is the start", () => {
  assert.deepEqual(fromFragment("#trace=sideways&problems=perhaps&selected=&x=1"), START);
});

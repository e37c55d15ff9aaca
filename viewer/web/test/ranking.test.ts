import assert from "node:assert/strict";
import { test } from "node:test";
import { rank } from "../src/data/ranking";

function ranked(names: string[], typed: string): string[] {
  return names
    .filter((name) => rank(name, typed) > 0)
    .sort((a, b) => rank(b, typed) - rank(a, typed));
}

test("the whole name comes first, then beginnings, beginnings of words, parts, and letters in order", () => {
  assert.deepEqual(ranked(["d-n-s", "adns", "unbound-dns", "dnsmasq", "dns"], "dns"), ["dns", "dnsmasq", "unbound-dns", "adns", "d-n-s"]);
});

test("of two that fit alike the shorter comes first", () => {
  assert.deepEqual(ranked(["postgres-backup", "postgres-14"], "postgres"), ["postgres-14", "postgres-backup"]);
});

test("every word that was typed is found", () => {
  assert.deepEqual(ranked(["service:dns@web1", "service:dns@web2"], "DNS web2"), ["service:dns@web2"]);
});

test("what is not there is not found", () => {
  assert.deepEqual(ranked(["dns", ""], "xyz"), []);
  assert.deepEqual(ranked(["dns"], "  "), []);
});

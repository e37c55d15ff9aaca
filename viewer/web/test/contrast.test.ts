import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = readFileSync("src/style/page.css", "utf8");
const GROUNDS = ["page", "panel", "canvas", "frame-even", "frame-odd", "box", "closed", "hover"];
const TEXTS = ["text", "heading", "muted", "accent", "error", "warning", "note", "doubt", "added", "removed", "changed", "moved"];

function colours(selector: string): Map<string, string> {
  const from = CSS.indexOf(`${selector} {`);
  const block = CSS.slice(from, CSS.indexOf("}", from));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] as string, match[2] as string]));
}

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

for (const theme of [":root", ':root[data-theme="dark"]']) {
  const named = colours(theme);
  const check = (ink: string, ground: string, least: number) => {
    const found = contrast(named.get(ink) as string, named.get(ground) as string);
    assert.ok(found >= least, `${ink} on ${ground}: ${found.toFixed(2)} is less than ${least}`);
  };

  test(`text stands out from all that it is written on: ${theme}`, () => {
    for (const ink of TEXTS) {
      GROUNDS.forEach((ground) => check(ink, ground, 4.5));
    }
    check("accent", "accent-soft", 4.5);
    check("page", "accent", 4.5);
    for (const ground of ["error-soft", "warning-soft"]) {
      ["text", "muted", "error", "warning", "accent"].forEach((ink) => check(ink, ground, 4.5));
    }
  });

  test(`lines stand out from what is behind them: ${theme}`, () => {
    for (const ink of ["outline", "arrow"]) {
      ["canvas", "frame-even", "frame-odd"].forEach((ground) => check(ink, ground, 3));
    }
  });
}

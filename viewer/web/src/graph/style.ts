import type { StylesheetJson } from "cytoscape";

/** Colours of the page, so that the picture is of the same theme: those of CSS. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const FONT = "Inter, system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif";

/** How the elements of a picture look. What colours say, words, lines and shapes say too. */
export function stylesheet(): StylesheetJson {
  const tones: [string, string, string, number][] = [
    ["uncovered", colour("warning"), "dashed", 1.6],
    ["ambiguous", colour("warning"), "dotted", 2],
    ["unknown", colour("doubt"), "dotted", 2],
    ["conflict", colour("error"), "solid", 3],
    ["cycle", colour("error"), "solid", 3],
    ["missing", colour("error"), "dashed", 2],
  ];
  const origins: [string, string, string][] = [
    ["old", colour("removed"), "dashed"],
    ["new", colour("added"), "solid"],
    ["changed", colour("changed"), "double"],
    ["moved", colour("moved"), "double"],
    ["renamed", colour("moved"), "double"],
  ];
  const styles: unknown[] = [
    {
      selector: "node",
      style: {
        width: "data(w)",
        height: "data(h)",
        shape: "round-rectangle",
        "corner-radius": 6,
        "font-family": FONT,
        "font-size": 12.5,
        color: colour("text"),
        "overlay-opacity": 0,
        // Otherwise frames would cover arrows.
        "z-index-compare": "manual",
      },
    },
    {
      selector: ".frame",
      style: {
        "background-color": colour("frame-even"),
        "background-opacity": 1,
        "border-width": 1,
        "border-color": colour("line"),
        "corner-radius": 10,
        "z-index": 0,
      },
    },
    { selector: ".frame.depth1", style: { "background-color": colour("frame-odd") } },
    {
      selector: ".title",
      style: {
        width: 1,
        height: 22,
        "background-opacity": 0,
        "border-width": 0,
        label: "data(label)",
        "text-valign": "center",
        "text-halign": "right",
        "text-events": "yes",
        "font-weight": 600,
        "font-size": 13,
        "text-wrap": "ellipsis",
        "text-max-width": "data(w)",
        "min-zoomed-font-size": 4,
        color: colour("heading"),
        "z-index": 9,
      },
    },
    {
      selector: ".box",
      style: {
        "background-color": colour("box"),
        "border-width": 1.2,
        "border-color": colour("outline"),
        label: "data(label)",
        "text-valign": "center",
        "text-halign": "center",
        "text-wrap": "wrap",
        // The layout has wrapped it.
        "text-max-width": "10000px",
        "line-height": 1.25,
        "min-zoomed-font-size": 5,
        "z-index": 10,
      },
    },
    {
      selector: ".hub",
      style: {
        "background-color": colour("canvas"),
        "border-width": 2,
        "border-color": colour("outline"),
        label: "data(label)",
        "text-valign": "center",
        "text-halign": "center",
        "z-index": 12,
      },
    },
    { selector: ".shape-pill", style: { "corner-radius": 40 } },
    { selector: ".shape-hexagon", style: { shape: "hexagon" } },
    { selector: ".shape-barrel", style: { shape: "barrel" } },
    { selector: ".shape-note", style: { shape: "cut-rectangle" } },
    { selector: ".shape-plate", style: { shape: "rectangle" } },
    {
      selector: ".closed",
      style: { "background-color": colour("closed"), "border-width": 4, "border-style": "double", "font-weight": 600, shape: "round-rectangle" },
    },
    {
      selector: "edge",
      style: {
        width: "data(thickness)",
        "line-color": colour("arrow"),
        "target-arrow-color": colour("arrow"),
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.85,
        "curve-style": "bezier",
        label: "data(label)",
        "font-family": FONT,
        "font-size": 10.5,
        color: colour("muted"),
        "text-wrap": "wrap",
        "text-max-width": "180px",
        "text-background-color": colour("canvas"),
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
        "text-background-shape": "roundrectangle",
        "min-zoomed-font-size": 6,
        "overlay-opacity": 0,
        "z-index-compare": "manual",
        "z-index": 5,
      },
    },
    {
      selector: ".bent, .straight",
      style: {
        "source-endpoint": "data(start)",
        "target-endpoint": "data(end)",
        "text-margin-x": "data(labelX)",
        "text-margin-y": "data(labelY)",
      },
    },
    { selector: ".straight", style: { "curve-style": "straight" } },
    {
      selector: ".bent",
      style: {
        "curve-style": "round-segments",
        "edge-distances": "endpoints",
        "segment-weights": "data(weights)",
        "segment-distances": "data(distances)",
        "segment-radii": 6,
      },
    },
    // Curved, so that it does not pass behind what lies between.
    { selector: ".flow", style: { "curve-style": "unbundled-bezier", "control-point-distances": 46, "control-point-weights": 0.5 } },
    { selector: ".kind-channel", style: { "line-style": "dashed", "line-dash-pattern": [7, 3, 2, 3] } },
    { selector: ".kind-imports", style: { "line-style": "dotted" } },
    { selector: ".kind-includes", style: { "line-style": "dashed", "line-dash-pattern": [4, 3] } },
    { selector: "node.tone-outside", style: { "border-color": colour("muted"), "border-style": "dotted", color: colour("muted") } },
    { selector: "edge.tone-outside", style: { "line-style": "dotted" } },
    { selector: ".kind-contains", style: { "target-arrow-shape": "none" } },
  ];
  for (const [origin, ink, line] of origins) {
    const arrow = { "line-color": ink, "target-arrow-color": ink, "line-style": line === "dashed" ? "dashed" : "solid", color: ink };
    styles.push(
      { selector: `node.origin-${origin}`, style: { "border-color": ink, "border-style": line, "border-width": line === "double" ? 5 : 3, color: ink } },
      { selector: `edge.origin-${origin}`, style: { ...arrow, width: 2.4, label: "data(caption)", "z-index": 7 } },
    );
  }
  for (const [tone, ink, line, width] of tones) {
    styles.push(
      { selector: `node.tone-${tone}`, style: { "border-color": ink, "border-style": line, "border-width": width, color: ink } },
      {
        selector: `edge.tone-${tone}`,
        style: { "line-color": ink, "target-arrow-color": ink, "line-style": line, color: ink, width, label: "data(caption)", "z-index": 6 },
      },
    );
  }
  styles.push(
    { selector: ".errors, .warnings", style: marks() },
    { selector: ".errors", style: { "background-image": mark("error") } },
    { selector: ".warnings", style: { "background-image": mark("warning") } },
    { selector: ".dimmed", style: { opacity: 0.18 } },
    { selector: ".title.dimmed", style: { opacity: 0.5 } },
    { selector: "edge.lit, edge.near", style: { width: 2.6, "z-index": 8 } },
    // The colours of problems and changes say more than that of the selection.
    { selector: ".calm.lit, .calm.near", style: { "line-color": colour("accent"), "target-arrow-color": colour("accent"), color: colour("accent") } },
    { selector: "node.lit", style: { "border-color": colour("accent"), "border-width": 2.4 } },
    { selector: "edge.hover", style: { label: "data(caption)", width: 2.8, "z-index": 9 } },
    { selector: "node.hover", style: { "underlay-color": colour("accent"), "underlay-opacity": 0.14, "underlay-padding": 4 } },
    {
      selector: ".chosen",
      style: {
        "outline-color": colour("accent"),
        "outline-width": 3,
        "outline-offset": 3,
        "z-index": 20,
      },
    },
  );
  return styles as StylesheetJson;
}

/** A mark in the upper right corner of a box, of another shape for each severity. */
function mark(severity: "error" | "warning"): string {
  const ink = colour("mark-ink");
  const shape =
    severity === "error"
      ? `<circle cx="9" cy="9" r="8" fill="${colour("error")}"/><path d="M6 6l6 6M12 6l-6 6" stroke="${ink}" stroke-width="2.2" stroke-linecap="round"/>`
      : `<path d="M9 1L17.5 16.5H.5z" fill="${colour("warning")}"/><path d="M9 6.5v5M9 13.2v1.3" stroke="${ink}" stroke-width="2" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18">${shape}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function marks(): Record<string, unknown> {
  return {
    "background-width": 16,
    "background-height": 16,
    "background-position-x": "100%",
    "background-position-y": "0%",
    "background-offset-x": 8,
    "background-offset-y": -8,
    "background-clip": "none",
    "background-image-containment": "over",
    "bounds-expansion": 8,
  };
}

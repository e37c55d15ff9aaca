// Draws Mermaid texts with the real Mermaid in headless Chromium, and tells what can be seen.
//
//   node draw.mjs CHROMIUM FOLDER
//
// For each FOLDER/<name>.mmd it writes <name>.png, the picture, and <name>.seen: a line for each thing in the picture,
// of words that are percent-encoded and separated by spaces: "node <text>", "group <text>", "label <text>",
// "edge <id> <colour> <dashes>", "text <all that is written>", "foreign <tag>" for an element that no drawing needs; or just "error <message>".
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, folder] = process.argv.slice(2);
const mermaid = fileURLToPath(new URL("node_modules/mermaid/dist/mermaid.min.js", import.meta.url));

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 1600, height: 1000 } });
  await page.setContent("<body style='margin:0;background:white'></body>");
  await page.addScriptTag({ path: mermaid });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".mmd"))) {
    const seen = await page.evaluate(draw, readFileSync(join(folder, file), "utf8"));
    const lines = seen.map((words) => words.map(encodeURIComponent).join(" ") + "\n");
    writeFileSync(join(folder, file.replace(/mmd$/, "seen")), lines.join(""));
    if (seen[0][0] !== "error") {
      await page.locator("body > svg").screenshot({ path: join(folder, file.replace(/mmd$/, "png")) });
    }
  }
} finally {
  await browser.close();
}

// Runs in the page.
async function draw(text) {
  document.body.replaceChildren();
  try {
    window.mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
    const { svg } = await window.mermaid.render("drawing", text);
    document.body.innerHTML = svg;
  } catch (failure) {
    return [["error", String(failure.message ?? failure)]];
  }
  const all = (selector) => [...document.querySelectorAll(selector)];
  const texts = (kind, selector) => all(selector).map((element) => [kind, element.textContent]);
  return [
    ...texts("node", "g.node"),
    ...texts("group", "g.cluster"),
    ...texts("label", "g.edgeLabel g.label"),
    ...all("path.flowchart-link").map((edge) => {
      const style = getComputedStyle(edge);
      return ["edge", edge.id, style.stroke, style.strokeDasharray];
    }),
    ...all("svg").map((svg) => {
      const copy = svg.cloneNode(true);
      copy.querySelectorAll("style, title, desc").forEach((element) => element.remove());
      return ["text", copy.textContent];
    }),
    ...all("svg :is(script, iframe, img, a, object, input, form)").map((element) => ["foreign", element.tagName]),
  ];
}

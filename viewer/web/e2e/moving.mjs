// What is done with a picture: opening and closing, tracing, keys, links.
import { expect } from "./browser.mjs";

export const moving = {
  "a group closes and opens, and what one looks at stays where it is": async (stage) => {
    await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.frames.includes("host:gateway"));
    const open = await stage.where("g:host:gateway");
    await stage.click("t:host:gateway");
    await stage.untilDrawn("it is closed", (drawn) => drawn.closed.includes("host:gateway"));
    const closed = await stage.where("n:host:gateway");
    expect(Math.abs(open.left - closed.left) < 2 && Math.abs(open.top - closed.top) < 2, `it moved from ${JSON.stringify(open)} to ${JSON.stringify(closed)}`);
    await stage.picture("closed");
    await stage.click("n:host:gateway");
    await stage.untilSelected("host:gateway");
    await stage.page.locator(".canvas").focus();
    await stage.page.keyboard.press(" ");
    await stage.untilDrawn("it is open", (drawn) => drawn.frames.includes("host:gateway") && drawn.closed.length === 0);
  },

  "a trace goes from end to end and dims the rest": async (stage) => {
    const page = await stage.open(`${stage.world.homelab}#selected=service:monitoring@apps`);
    await stage.untilText("#details h2", "monitoring");
    await page.getByRole("button", { name: "↓ needs" }).click();
    const down = await stage.untilDrawn("it is lit", (drawn) => drawn.lit.length > 0);
    expect(down.lit.includes("service:dns@gateway") && !down.lit.includes("service:grafana@apps"), `down: ${down.lit}`);
    await page.getByRole("button", { name: "↑ needed by" }).click();
    const up = await stage.untilDrawn("it is lit the other way", (drawn) => drawn.lit.includes("service:grafana@apps"));
    expect(!up.lit.includes("service:dns@gateway"), `up: ${up.lit}`);
    await page.getByRole("button", { name: "↕ both" }).click();
    await stage.untilDrawn("both are lit", (drawn) => drawn.lit.includes("service:grafana@apps") && drawn.lit.includes("service:dns@gateway"));
    await stage.picture("trace");
    await page.keyboard.press("Escape");
    await stage.untilDrawn("nothing is lit", (drawn) => drawn.lit.length === 0);
  },

  "a trace of a channel has all who give and get": async (stage) => {
    const page = await stage.open(`${stage.world.homelab}#selected=service:backup@apps&view=channels`);
    await stage.untilText("#details", "backup-targets");
    await page.locator("#details").getByRole("button", { name: "trace" }).first().click();
    await stage.untilText(".trace-bar", "Channel backup-targets");
    await stage.untilDrawn("producers and consumers are lit", (drawn) => drawn.lit.includes("from:service:postgresql@apps") && drawn.lit.includes("to:service:backup@apps"));
    expect(page.url().includes("channel=backup-targets"), "the link has it");
    await stage.open(page.url().replace("view=channels", "view=dependencies"));
    await stage.untilDrawn("what flows is drawn where the view has no arrows for it", (drawn) => drawn.lit.includes("service:postgresql@apps") && drawn.flows > 3);
    await stage.picture("trace-channel");
  },

  "a trace through closed groups lights these": async (stage) => {
    await stage.open(`${stage.world.homelab}#selected=service:grafana@apps&trace=down&collapsed=host:gateway`);
    await stage.untilDrawn("the closed host is lit", (drawn) => drawn.closed.includes("host:gateway") && drawn.lit.includes("host:gateway"));
  },

  "everything can be done with keys": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await page.keyboard.press("g");
    await page.keyboard.press("ArrowRight");
    const first = await stage.until("an arrow key selects", () => stage.selected());
    await page.keyboard.press("ArrowLeft");
    await stage.until("an arrow key moves on", () => stage.selected(), (selected) => selected !== null && selected !== first);
    await stage.untilText("#announcer", "selected");
    await page.keyboard.press("Enter");
    await stage.until("Enter goes to the details", () => page.evaluate(() => document.activeElement?.id === "details"));
    await page.keyboard.press("t");
    await stage.untilDrawn("t traces", (drawn) => drawn.lit.length > 0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await stage.untilSelected(null);
    await page.keyboard.press("?");
    await page.waitForSelector("#keys[open]");
    await stage.picture("keys");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#keys", { state: "hidden" });
    await page.keyboard.press("v");
    await stage.until("v goes to the views", () => page.evaluate(() => document.activeElement?.getAttribute("aria-current") === "true"));
    await page.keyboard.press("e");
    await stage.until("e opens the formats", () => page.evaluate(() => document.activeElement?.getAttribute("role") === "menuitem"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#export-menu", { state: "hidden" });
    await page.keyboard.press("w");
    await page.waitForSelector("#whatif[open]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("o");
    await page.waitForSelector("#open[open]");
    await stage.picture("open");
    await page.keyboard.press("Escape");
  },

  "the outline is the same as a tree, and drives the same selection": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    const { boxes } = await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await page.keyboard.press("l");
    await stage.until("the tree has the focus", () => page.evaluate(() => document.activeElement?.getAttribute("role") === "treeitem"));
    const items = await page.locator("[role=treeitem]").evaluateAll((all) => all.map((item) => item.dataset.id));
    expect(boxes.every((id) => items.includes(id)), "every box is in the tree");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await stage.untilSelected(items.at(-1));
    await stage.untilDrawn("it is chosen", (drawn) => drawn.chosen.includes(items.at(-1)));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const group = await page.evaluate(() => document.activeElement?.dataset.id);
    await stage.untilDrawn("the group is closed", (drawn) => drawn.closed.includes(group));
    await stage.until("the focus stays on it", () => page.evaluate(() => document.activeElement?.dataset.id), (id) => id === group);
    await page.keyboard.press("ArrowRight");
    await stage.untilDrawn("the group is open", (drawn) => !drawn.closed.includes(group));
    await stage.picture("outline");
  },

  "a link restores what was looked at, and back goes back": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await page.locator("[data-key=filter-environment]").selectOption("prod");
    await stage.untilDrawn("it is filtered", (drawn) => !drawn.boxes.includes("service:data-mesher@bench"));
    await stage.click("t:host:apps");
    await stage.untilDrawn("it is closed", (drawn) => drawn.closed.includes("host:apps"));
    await stage.click("n:service:dns@gateway");
    await stage.untilSelected("service:dns@gateway");
    await page.keyboard.press("t");
    await stage.untilDrawn("it is traced", (drawn) => drawn.lit.length > 0);
    const before = await stage.drawn();
    const link = page.url();
    await stage.open(link);
    const after = await stage.untilDrawn("the same is traced", (drawn) => drawn.lit.length > 0);
    for (const part of ["boxes", "closed", "chosen", "lit"]) {
      expect(JSON.stringify(after[part]) === JSON.stringify(before[part]), `${part}: ${after[part]} instead of ${before[part]}`);
    }
    await stage.page.locator("[data-key=filter-environment]").selectOption("");
    await stage.untilDrawn("all is seen", (drawn) => drawn.boxes.includes("service:data-mesher@bench"));
    await stage.page.goBack();
    await stage.untilDrawn("back is filtered", (drawn) => !drawn.boxes.includes("service:data-mesher@bench"));
  },

  "a link to what there is not says so and leads to the fleet": async (stage) => {
    await stage.open(`${stage.world.homelab}#document=gone`, { wait: ".failure:visible" });
    await stage.untilText(".failure", "gone");
    await stage.page.getByRole("button", { name: "Show the fleet" }).click();
    await stage.untilDrawn("the fleet is drawn", (drawn) => drawn.boxes.length > 0);
    stage.forgive(/404|400/);
  },
};

// Two fleets: what if, and what is different.
import { expect } from "./browser.mjs";

export const comparing = {
  "a supposition is typed, compared side by side, and dropped": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await page.getByRole("button", { name: "What if…" }).click();
    await page.locator("#whatif-without").fill("service:dns@gateway");
    await stage.picture("whatif-form");
    await page.getByRole("button", { name: "Show what changes" }).click();
    await stage.until("there are two sides", () => page.locator(".canvas").count(), (count) => count === 2);
    const before = await stage.untilDrawn("the old side is drawn", (drawn) => drawn.boxes.length > 0, 0);
    const after = await stage.untilDrawn("the new side is drawn", (drawn) => drawn.boxes.length > 0, 1);
    expect(before.boxes.includes("service:dns@gateway") && !after.boxes.includes("service:dns@gateway"), "dns is on the old side only");
    expect(before.origins.old > 0 && before.origins.new === 0, `old side: ${JSON.stringify(before.origins)}`);
    expect(after.origins.old === 0 && after.origins.new > 0, `new side: ${JSON.stringify(after.origins)}`);
    await stage.untilText(".difference", "21 → 20 services");
    await stage.untilText(".difference .change.removed", "dns@gateway");
    await stage.picture("whatif");

    await page.locator(".canvas").last().hover();
    await page.mouse.wheel(0, -400);
    const zoomed = await stage.untilDrawn("one side is larger", (drawn) => drawn.camera.zoom > after.camera.zoom, 1);
    await stage.untilDrawn("the other follows", (drawn) => JSON.stringify(drawn.camera) === JSON.stringify(zoomed.camera), 0);

    await page.getByRole("button", { name: "Side by side" }).click();
    await stage.until("they are side by side", () => page.locator(".panes.above").count(), (count) => count === 0);
    await stage.picture("beside");
    await page.getByRole("button", { name: "Both in one picture" }).click();
    await stage.until("there is one picture", () => page.locator(".canvas").count(), (count) => count === 1);
    await page.getByRole("tab", { name: "Views" }).click();
    await page.getByLabel("only what changed").check();
    await stage.untilDrawn("what is the same is left out", (drawn) => drawn.boxes.includes("service:dns@gateway") && !drawn.boxes.includes("service:postgresql@apps"));
    await page.getByRole("tab", { name: "Changes" }).click();
    await page.getByRole("button", { name: "Drop the supposition" }).click();
    await stage.untilDrawn("nothing is marked", (drawn) => drawn.boxes.length === 19 && drawn.origins.old + drawn.origins.new + drawn.origins.changed === 0);
  },

  "what cannot be supposed is told where it is typed": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await page.getByRole("button", { name: "What if…" }).click();
    await page.locator("#whatif-without").fill("service:nonsense");
    await page.getByRole("button", { name: "Show what changes" }).click();
    await stage.untilText("#whatif .problem", "nonsense");
    await stage.picture("whatif-refused");
    stage.forgive(/status of 4/);
  },

  "a link restores a supposition": async (stage) => {
    await stage.open(`${stage.world.homelab}#without=service:dns@gateway&arrange=beside`);
    await stage.until("there are two sides", () => stage.page.locator(".canvas").count(), (count) => count === 2);
    await stage.untilText(".difference", "21 → 20 services");
  },

  "a resolution is opened with the picker and compared with the fleet": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length === 19);
    await page.locator("#open-file").setInputFiles(stage.world.otherResolution);
    await stage.untilText(".subject", "issue-6655");
    await stage.untilDrawn("the other is drawn", (drawn) => drawn.boxes.includes("service:dns@server1"));
    await page.keyboard.press("o");
    await page.getByRole("button", { name: "Compare with it" }).first().click();
    await stage.until("there are two sides", () => page.locator(".canvas").count(), (count) => count === 2);
    await stage.untilText(".difference", "services");
    await stage.picture("compared");
    await page.getByRole("button", { name: "End the comparison" }).click();
    await stage.until("there is one side", () => page.locator(".canvas").count(), (count) => count === 1);
  },
};

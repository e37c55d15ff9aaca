// What is seen: pictures, tables, details, search, names.
import { expect } from "./browser.mjs";

const VIEWS = "[aria-label=Views] button";

export const looking = {
  "the fleet is drawn when the page opens": async (stage) => {
    await stage.open(stage.world.homelab);
    const { boxes, frames, arrows } = await stage.untilDrawn("all is drawn", (drawn) => drawn.boxes.length === 19);
    expect(boxes.includes("service:grafana@apps"), "grafana is drawn");
    expect(frames.includes("host:gateway"), "hosts are frames");
    expect(arrows > 20, "there are arrows");
    await stage.untilText(".subject", "21 services, 3 hosts");
    await stage.picture("homelab-light");
  },

  "it is dark where the system is, and the toggle changes that for good": async (stage) => {
    const page = await stage.open(stage.world.homelab, { dark: true });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect((await theme()) === "dark", "it begins dark");
    await stage.picture("homelab-dark");
    await page.getByRole("button", { name: "Light colours" }).click();
    expect((await theme()) === "light", "the toggle makes it light");
    await page.reload();
    await page.waitForSelector(".canvas canvas");
    expect((await theme()) === "light", "it stays so");
  },

  "every view is drawn": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await page.waitForSelector(VIEWS);
    const names = await page.locator(VIEWS).allTextContents();
    expect(names.length > 15, `there are views: ${names}`);
    for (const name of names) {
      await page.getByRole("button", { name, exact: true }).click();
      await stage.until(`${name} is current`, () => page.locator(`${VIEWS}[aria-current=true]`).textContent(), (current) => current === name);
      const view = name.toLowerCase().replaceAll(" ", "-");
      await stage.until(`${name} is drawn`, () => page.locator(".panes").getAttribute("data-view"), (drawn) => drawn === view);
      await page.waitForSelector(".canvas canvas, table.data, .empty");
      expect(await page.locator(".failure").isHidden(), `${name} fails: ${await page.locator(".failure").textContent()}`);
      await stage.picture(`view-${view}`);
    }
  },

  "a click shows details: what it requires, provides and is set to, and where that is written": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await stage.click("n:service:grafana@apps");
    await stage.untilSelected("service:grafana@apps");
    await stage.untilText("#details h2", "grafana");
    await stage.untilText("#details", "modules/apps/monitoring.nix:16:3");
    await stage.untilText("#details", "sso@gateway");
    await page.locator("#details .setting summary").first().click();
    await stage.untilText("#details .setting table", "layer");
    await stage.picture("details");
    await page.locator("#details").getByRole("button", { name: "sso@gateway" }).click();
    await stage.untilSelected("service:sso@gateway");
    await page.getByRole("button", { name: "Close details" }).click();
    await stage.untilSelected(null);
  },

  "search finds, goes there, and says how many it found": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await page.keyboard.press("/");
    await page.keyboard.type("graf");
    await page.waitForSelector("#hits [role=option]");
    await stage.untilText("#announcer", "result");
    await stage.picture("search");
    await page.keyboard.press("Enter");
    await stage.untilSelected("service:grafana@apps");
    await stage.untilDrawn("it is chosen", (drawn) => drawn.chosen.includes("service:grafana@apps"));
    await page.keyboard.press("/");
    await page.keyboard.type("no such thing at all");
    await stage.untilText("#hits", "Nothing has this name");
  },

  "problems are listed, marked by a sign, and lead to what they are about": async (stage) => {
    const page = await stage.open(stage.world.broken);
    await stage.untilDrawn("it is marked", (drawn) => drawn.marked.includes("service:dns@server1"));
    expect((await stage.drawn()).boxes.includes("missing:data-mesher") || (await stage.drawn()).boxes.some((id) => id.includes("data-mesher")), "what is missing is drawn");
    await page.keyboard.press("p");
    await stage.untilText(".problems", "service:dns imports service:data-mesher");
    await stage.untilText(".problems", "add den.aspects.data-mesher");
    await page.locator(".problem .subject button").first().click();
    await stage.untilSelected("service:dns@server1");
    await stage.picture("problems");
  },

  "names are text, whatever they look like": async (stage) => {
    const page = await stage.open(stage.world.hostile);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 3);
    await page.keyboard.press("l");
    await stage.untilText("[role=tree]", "<img src=x onerror=alert(1)>");
    await page.locator("[role=treeitem]", { hasText: "<img" }).last().locator(".row").last().click();
    await stage.untilText("#details h2", "<img src=x onerror=alert(1)>");
    await page.keyboard.press("p");
    await page.keyboard.press("/");
    await page.keyboard.type("<img");
    await page.waitForSelector("#hits [role=option]");
    await stage.picture("hostile-names");
    expect((await page.locator("img, iframe, object, embed, body script").count()) === 0, "no element comes from a name");
  },

  "a narrow screen has all of it": async (stage) => {
    const page = await stage.open(`${stage.world.broken}#selected=service:dns@server1`, { width: 420, height: 800 });
    await stage.untilText("#details h2", "dns");
    await stage.untilDrawn("the selection is on the screen", (drawn) => drawn.chosen.length === 1);
    await stage.picture("narrow-details");
    await page.getByRole("button", { name: "Close details" }).click();
    await page.getByRole("button", { name: "Views and outline" }).click();
    await page.waitForSelector(`${VIEWS}:visible`);
    await stage.picture("narrow-views");
  },

  "a large fleet begins with closed groups, which open one by one": async (stage) => {
    const page = await stage.open(stage.world.large);
    const first = await stage.untilDrawn("it is drawn", (drawn) => drawn.closed.length > 0);
    expect(first.boxes.length + first.arrows <= 1500, `${first.boxes.length} boxes and ${first.arrows} arrows are drawn`);
    await stage.picture("large");
    await page.keyboard.press("/");
    await page.keyboard.type("s17@h33");
    await page.waitForSelector("#hits [role=option]");
    await page.keyboard.press("Enter");
    await stage.untilSelected("service:s17@h33");
    await stage.untilDrawn("the way to it is open", (drawn) => drawn.boxes.includes("service:s17@h33") && drawn.chosen.includes("service:s17@h33"));
    const { x, y } = await stage.where("n:service:s17@h33");
    expect(x > 0 && x < 1440 && y > 0 && y < 900, "it is on the screen");
    await page.keyboard.press("t");
    await stage.untilText(".trace-bar", "What it needs");
    await stage.picture("large-trace");
  },
};

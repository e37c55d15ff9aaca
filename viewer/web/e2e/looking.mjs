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

  "a selector chooses what is drawn, and why one is refused is said at its field": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("all is drawn", (drawn) => drawn.boxes.length === 19);
    const field = page.getByLabel("selector");
    await field.fill('sel.tga "edge"');
    await field.press("Enter");
    await stage.untilText("#selector-problem", "attribute 'tga' missing (column 1); did you mean tag?");
    expect((await stage.drawn()).boxes.length === 19, "what was drawn stays");
    expect(await page.locator(".failure").isHidden(), "it is said once");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("/");
    await page.keyboard.type("graf");
    await page.waitForSelector("#hits [role=option]");
    await page.keyboard.press("Enter");
    await stage.untilText("#details h2", "grafana");
    await page.getByRole("button", { name: "Close details" }).click();
    await field.focus();
    expect((await field.getAttribute("aria-describedby")) === "selector-problem", "the field says what describes it");
    await stage.until("the field has the focus", () => page.evaluate(() => document.activeElement?.id === "selector"));
    await stage.picture("selector-refused");
    stage.forgive(/status of 400/);
    await field.fill('sel.attrs { host = "gateway"; }');
    await field.press("Enter");
    const isGateway = (drawn) => drawn.boxes.includes("service:dns@gateway") && !drawn.boxes.includes("service:data-mesher@bench");
    await stage.untilDrawn("only the gateway, and what it is connected with, is drawn", isGateway);
    expect((await page.locator("#selector-problem").count()) === 0, "nothing is refused any more");
    await stage.picture("selector");
    await stage.open(page.url());
    await stage.untilDrawn("a link restores it", isGateway);
    await stage.page.getByRole("button", { name: "Show everything" }).click();
    await stage.untilDrawn("all is drawn again", (drawn) => drawn.boxes.length === 19);
  },

  "a selector that never ends is stopped, and the server goes on": async (stage) => {
    const endless = "sel.when (f: builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key + 1; } ]; } == [ ])";
    await stage.open(`${stage.world.homelab}#select=${encodeURIComponent(endless)}`, { wait: ".failure:visible" });
    await stage.untilText(".failure", "stopped after 3 seconds");
    stage.forgive(/status of 400/);
    await stage.page.getByRole("button", { name: "Show the fleet" }).click();
    await stage.untilDrawn("the fleet is drawn", (drawn) => drawn.boxes.length === 19);
  },

  "an empty picture says why, and leads out": async (stage) => {
    const page = await stage.open(`${stage.world.homelab}#select=sel.name%20%22nobody%22`, { wait: ".empty" });
    await stage.untilText(".empty", "Nothing passes these filters");
    await stage.picture("empty");
    await page.getByRole("button", { name: "Drop the filters" }).click();
    await stage.untilDrawn("all is drawn", (drawn) => drawn.boxes.length === 19);
    await stage.open(stage.world.loose, { wait: ".empty" });
    await stage.page.getByRole("button", { name: "Show all services" }).click();
    await stage.untilDrawn("what nothing is connected with is drawn", (drawn) => drawn.boxes.includes("service:nginx@web"));
  },

  "a narrow screen begins with what can be read, and tables scroll": async (stage) => {
    const page = await stage.open(stage.world.homelab, { width: 390, height: 844 });
    const drawn = await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length === 19);
    expect(drawn.camera.zoom > 0.5, `names can be read: ${drawn.camera.zoom}`);
    await stage.picture("narrow");
    await page.getByRole("button", { name: "All of it" }).click();
    await stage.untilDrawn("all of it is smaller", (all) => all.camera.zoom < drawn.camera.zoom);
    await page.keyboard.press("/");
    await page.keyboard.type("dns");
    await page.waitForSelector("#hits [role=option]");
    const { width } = await page.locator("#hits").boundingBox();
    expect(width > 360, `results are as wide as the screen, not ${width} pixels`);
    await stage.picture("narrow-search");
    await stage.open(`${stage.world.homelab}#view=ports`, { width: 390, height: 844 });
    const height = await stage.page.locator("table.data tbody tr").first().evaluate((row) => row.getBoundingClientRect().height);
    expect(height < 60, `a row is one line, not ${height} pixels`);
    await stage.picture("narrow-table");
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

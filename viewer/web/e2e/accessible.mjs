// What axe-core, which knows the rules of WCAG, has to say about the page in all of its states.
import axe from "axe-core";

const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  // An item of a tree has those below it inside, whose text is no part of its name.
  rules: { "label-content-name-mismatch": { enabled: false } },
};

async function check(stage, what) {
  const { page } = stage;
  // Through the debugger, since the policy of the page lets no script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (rules) => (await globalThis.axe.run(document, rules)).violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("\n  ")}`),
    RULES,
  );
  stage.complaints.push(...found.map((violation) => `${what}: ${violation}`));
}

/** Does something, checks what is then seen, and closes it again. */
async function checkAfter(stage, key, selector, what) {
  await stage.page.keyboard.press(key);
  await stage.page.waitForSelector(selector);
  await check(stage, what);
  await stage.page.keyboard.press("Escape");
  await stage.page.waitForSelector(selector, { state: "hidden" });
  // A dialog gives the focus back a moment after it is gone; until then keys are still meant for it.
  await stage.page.waitForFunction(() => !document.activeElement?.closest("dialog"));
}

export const accessible = Object.fromEntries(
  [false, true].map((dark) => [
    `a checker of accessibility finds nothing where it is ${dark ? "dark" : "light"}`,
    async (stage) => {
      const page = await stage.open(`${stage.world.broken}#selected=service:dns@server1&trace=both`, { dark });
      await stage.untilText("#details", "data-mesher");
      await stage.untilDrawn("it is traced", (drawn) => drawn.lit.length > 0);
      await check(stage, "details and a trace");
      await page.keyboard.press("p");
      await stage.untilText(".problems", "data-mesher");
      await check(stage, "problems");
      await page.keyboard.press("l");
      await check(stage, "the outline");
      await page.keyboard.press("v");
      await page.getByLabel("selector").fill("sel.nothing");
      await page.getByLabel("selector").press("Enter");
      await stage.untilText("#selector-problem", "missing");
      await check(stage, "filters of which one is refused");
      stage.forgive(/status of 400/);
      await page.evaluate(() => document.activeElement.blur());
      await checkAfter(stage, "?", "#keys[open]", "the keys");
      await checkAfter(stage, "o", "#open[open]", "the dialog that opens files");
      await checkAfter(stage, "w", "#whatif[open]", "the dialog that supposes");
      await checkAfter(stage, "e", "#export-menu:not([hidden])", "the menu of formats");
      await page.keyboard.press("/");
      await page.keyboard.type("dns");
      await page.waitForSelector("#hits [role=option]");
      await check(stage, "search");
      await stage.open(`${stage.world.homelab}#without=service:dns@gateway`, { dark });
      await stage.untilText(".difference", "20 services");
      await check(stage, "a comparison");
      await stage.open(`${stage.world.homelab}#view=matrix`, { dark });
      await check(stage, "a matrix");
      await stage.open(`${stage.world.homelab}#view=ports`, { dark });
      await check(stage, "a table");
      await stage.open(stage.world.loose, { dark, wait: ".empty" });
      await check(stage, "an empty picture");
      await stage.open(`${stage.world.homelab}#document=gone`, { dark, wait: ".failure:visible" });
      await check(stage, "a failure");
      stage.forgive(/status of 4/);
      await stage.open(new URL("/open", stage.world.homelab).href, { dark, wait: "#address" });
      await check(stage, "the page that opens an address");
      await stage.open(stage.world.broken, { dark, width: 390, height: 844 });
      await check(stage, "a narrow screen");
      await stage.open(stage.world.file, { dark });
      await check(stage, "a page of its own");
    },
  ]),
);

// A browser in which every scenario gets a page of its own, that fails if the page complains or asks anybody else.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

/** Generous: nothing here is a measurement, and machines may be busy. */
export const PATIENCE = 60_000;

export async function launch(executablePath) {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Runs scenarios one after the other; returns what became of each: null, or what went wrong. */
export async function runAll(browser, scenarios, world) {
  const outcomes = {};
  for (const [name, scenario] of Object.entries(scenarios)) {
    const stage = new Stage(browser, world);
    try {
      await scenario(stage);
      stage.check();
      outcomes[name] = null;
    } catch (failure) {
      outcomes[name] = String(failure.stack ?? failure);
      await stage.picture(`failed-${name.replaceAll(/\W+/g, "-")}`).catch(() => {});
    } finally {
      await stage.close();
    }
  }
  return outcomes;
}

/** What a scenario has: pages, and the addresses and files of `world`. */
export class Stage {
  constructor(browser, world) {
    this.browser = browser;
    this.world = world;
    this.complaints = [];
    this.contexts = [];
    this.allowed = new Set();
    this.page = null;
  }

  /** Opens an address and waits for its picture. */
  async open(address, { dark = false, width = 1440, height = 900, offline = false, wait = ".canvas canvas, table.data, .empty" } = {}) {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      offline,
      acceptDownloads: true,
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const origin = address.startsWith("file:") ? "file:" : new URL(address).origin;
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && this.complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => this.complaints.push(`error: ${error.stack}`));
    page.on("dialog", (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = request.url();
      const isOwn = origin === "file:" ? url === address.split("#")[0] || url.startsWith("data:") || url.startsWith("blob:") : new URL(url).origin === origin || /^(data|blob):/.test(url);
      if (!isOwn && !this.allowed.has(url)) {
        this.complaints.push(`request: ${url}`);
      }
    });
    this.page = page;
    await page.goto(address);
    await page.waitForSelector(wait);
    return page;
  }

  /** Console messages that a scenario provokes itself. */
  forgive(pattern) {
    this.complaints = this.complaints.filter((complaint) => !pattern.test(complaint));
  }

  check() {
    if (this.complaints.length > 0) {
      throw new Error(`The page complains:\n${this.complaints.join("\n")}`);
    }
  }

  async picture(name) {
    mkdirSync(this.world.pictures, { recursive: true });
    await this.page?.screenshot({ path: `${this.world.pictures}/${name}.png` });
  }

  async close() {
    for (const context of this.contexts) {
      await context.close();
    }
  }

  /** Asks until the answer is what was expected. */
  async until(what, question, expected = (answer) => Boolean(answer)) {
    const end = Date.now() + PATIENCE;
    let answer;
    while (Date.now() < end) {
      answer = await question();
      if (expected(answer)) {
        return answer;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${what}; the last answer was ${JSON.stringify(answer)}`);
  }

  /** What is drawn on the canvas: Cytoscape keeps its core at the container. */
  drawn(pane = 0) {
    return this.page.evaluate((index) => {
      const core = [...document.querySelectorAll(".canvas")][index]?._cyreg?.cy;
      if (!core) {
        return null;
      }
      const boxes = (selector) => core.nodes(selector).map((node) => node.id().slice(2)).sort();
      return {
        boxes: boxes(".box"),
        frames: boxes(".frame"),
        closed: boxes(".closed"),
        chosen: boxes(".chosen"),
        lit: boxes(".lit"),
        marked: boxes(".errors, .warnings"),
        arrows: core.edges(".arrow").length,
        flows: core.edges(".flow").length,
        origins: core.elements().reduce((all, one) => {
          for (const origin of ["old", "new", "changed", "moved", "renamed"]) {
            all[origin] = (all[origin] ?? 0) + (one.hasClass(`origin-${origin}`) ? 1 : 0);
          }
          return all;
        }, {}),
        camera: { zoom: core.zoom(), pan: core.pan() },
      };
    }, pane);
  }

  /** Where something is on the screen: its middle and its upper left corner. */
  where(elementId) {
    return this.page.evaluate((id) => {
      const container = [...document.querySelectorAll(".canvas")].at(-1);
      const core = container._cyreg.cy;
      const frame = container.getBoundingClientRect();
      const node = core.getElementById(id);
      const { x, y } = node.renderedPosition();
      const zoom = core.zoom();
      return {
        x: frame.x + x,
        y: frame.y + y,
        left: frame.x + x - (node.data("w") * zoom) / 2,
        top: frame.y + y - (node.data("h") * zoom) / 2,
      };
    }, elementId);
  }

  async click(elementId) {
    const { x, y } = await this.where(elementId);
    await this.page.mouse.click(x + (elementId.startsWith("t:") ? 12 : 0), y);
  }

  async selected() {
    return new URLSearchParams(new URL(this.page.url()).hash.slice(1)).get("selected");
  }

  untilSelected(id) {
    return this.until(`${id} should be selected`, () => this.selected(), (selected) => selected === id);
  }

  untilDrawn(what, expected, pane = 0) {
    return this.until(what, () => this.drawn(pane), (drawn) => drawn !== null && expected(drawn));
  }

  untilText(selector, text) {
    return this.until(`${selector} should say ${text}`, () => this.page.locator(selector).allTextContents(), (all) => all.join("\n").includes(text));
  }
}

export function expect(condition, sentence) {
  if (!condition) {
    throw new Error(sentence);
  }
}

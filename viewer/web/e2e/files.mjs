// What comes from elsewhere: files, addresses, edits of the fleet, and the page as a file of its own.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect } from "./browser.mjs";

export const files = {
  "the picture follows edits, and keeps the selection": async (stage) => {
    const file = stage.world.editedFile;
    const original = readFileSync(file, "utf8");
    try {
      const page = await stage.open(`${stage.world.edited}#selected=service:dns@server1`);
      await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
      writeFileSync(file, original.replace("monitoring dns pki", "monitoring dns data-mesher pki"));
      await stage.untilText(".notice", "The fleet changed");
      await stage.untilDrawn("it is there", (drawn) => drawn.boxes.includes("service:data-mesher@server1") && drawn.chosen.includes("service:dns@server1"));
      await stage.picture("changed");
      writeFileSync(file, "{ this is no Nix");
      await stage.until("it says that it cannot be read", () => page.locator(".notice").textContent(), (text) => /cannot be read|error/.test(text ?? ""));
      await stage.picture("unreadable");
      stage.forgive(/status of 404/);
      writeFileSync(file, original);
      await stage.untilDrawn("it is as it was", (drawn) => !drawn.boxes.includes("service:data-mesher@server1") && drawn.boxes.includes("service:dns@server1"));
    } finally {
      writeFileSync(file, original);
    }
  },

  "a dropped file is opened, and what is no document is refused in words": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length === 19);
    const drop = (name, text) =>
      page.evaluate(
        ([fileName, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([content], fileName, { type: "application/json" }));
          for (const kind of ["dragover", "drop"]) {
            document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
          }
        },
        [name, text],
      );
    await drop("wrong.json", '{"schema":"something/else/1"}');
    await page.waitForSelector(".failure:visible");
    expect((await page.locator(".failure").textContent()).length > 10, "it says why");
    stage.forgive(/status of 400/);
    await drop("diagram.json", readFileSync(stage.world.otherDiagram, "utf8"));
    await stage.untilDrawn("the diagram is drawn", (drawn) => drawn.boxes.includes("service:dns@server1"));
  },

  "an address is fetched by the browser, on a page that holds nothing else": async (stage) => {
    const text = readFileSync(stage.world.otherResolution, "utf8");
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      response.end(text);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const address = `http://127.0.0.1:${server.address().port}/resolution.json`;
      const page = await stage.open(new URL("/open", stage.world.homelab).href, { wait: "#address" });
      stage.allowed.add(address);
      await stage.picture("open-address");
      await page.locator("#address").fill(address);
      await page.getByRole("button", { name: "Open" }).click();
      await page.waitForSelector(".canvas canvas");
      await stage.untilText(".subject", "issue-6655");
    } finally {
      server.close();
    }
  },

  "the main page cannot ask anybody else": async (stage) => {
    const page = await stage.open(stage.world.homelab);
    const answer = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "asked", (refused) => String(refused)));
    expect(answer.includes("TypeError"), answer);
    expect(stage.complaints.some((complaint) => complaint.includes("Content Security Policy")), `the policy forbids it: ${stage.complaints}`);
    stage.complaints = [];
  },

  "what is seen is saved in every format": async (stage) => {
    const page = await stage.open(`${stage.world.homelab}#host=gateway`);
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.length > 0);
    await page.keyboard.press("e");
    const formats = await page.locator("#export-menu [role=menuitem]").count();
    expect(formats > 8, `${formats} formats`);
    await stage.picture("export");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-menu a", { hasText: "svg" }).click()]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg.startsWith("<svg") && svg.includes("gateway"), "it is the picture");
    await page.keyboard.press("e");
    const [png] = await Promise.all([page.waitForEvent("download"), page.locator("#export-menu button", { hasText: "png" }).click()]);
    expect(readFileSync(await png.path()).subarray(1, 4).toString() === "PNG", "it is a PNG");
  },

  "the page works as a file of its own, without a network": async (stage) => {
    const page = await stage.open(stage.world.file, { offline: true });
    await stage.untilDrawn("it is drawn", (drawn) => drawn.boxes.includes("service:grafana@apps"));
    await page.keyboard.press("/");
    await page.keyboard.type("graf");
    await page.waitForSelector("#hits [role=option]");
    await page.keyboard.press("Enter");
    await stage.untilSelected("service:grafana@apps");
    await stage.untilText("#details", "modules/apps/monitoring.nix:16:3");
    await page.keyboard.press("t");
    await stage.untilDrawn("it is traced", (drawn) => drawn.lit.includes("service:dns@gateway"));
    await page.keyboard.press("Escape");
    await stage.click("t:host:gateway");
    await stage.untilDrawn("it is closed", (drawn) => drawn.closed.includes("host:gateway"));
    await stage.picture("file");
    const link = page.url();
    await stage.open(link, { offline: true, dark: true });
    await stage.untilDrawn("a link restores it", (drawn) => drawn.closed.includes("host:gateway"));
    await stage.page.keyboard.press("e");
    expect((await stage.page.locator("#export-menu [role=menuitem]").count()) === 2, "JSON and PNG can be saved");
  },
};

// Drives the viewer in a real browser.
//
//   node drive.mjs CHROMIUM WORLD.json OUTCOMES.json
//
// WORLD has the addresses of servers and the files that the scenarios are about; OUTCOMES gets, for each scenario, null or what went wrong.
import { readFileSync, writeFileSync } from "node:fs";
import { accessible } from "./accessible.mjs";
import { launch, runAll } from "./browser.mjs";
import { comparing } from "./comparing.mjs";
import { files } from "./files.mjs";
import { looking } from "./looking.mjs";
import { moving } from "./moving.mjs";

const [chromium, world, outcomes] = process.argv.slice(2);
const browser = await launch(chromium);
try {
  const all = { ...looking, ...moving, ...comparing, ...files, ...accessible };
  const only = process.env.SCENARIO;
  const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => !only || name.includes(only)));
  writeFileSync(outcomes, JSON.stringify(await runAll(browser, chosen, JSON.parse(readFileSync(world, "utf8"))), null, 2));
} finally {
  await browser.close();
}

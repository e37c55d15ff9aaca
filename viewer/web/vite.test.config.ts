import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

// The tests of the page's logic, as modules that `node --test` runs.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: "../target/web-test",
    emptyOutDir: true,
    rolldownOptions: {
      input: readdirSync("test")
        .filter((name) => name.endsWith(".test.ts"))
        .map((name) => `test/${name}`),
      output: { entryFileNames: "[name].mjs", chunkFileNames: "shared/[name].mjs" },
    },
  },
});

import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

// Its licence wants to be in every copy, and a page as a file of its own is one.
const licence = readFileSync("node_modules/cytoscape/LICENSE", "utf8").trim();

// Names are stable and there is one script, because the server knows its files by name and `diagram --format html` puts them into one page.
export default defineConfig({
  base: "/assets/",
  build: {
    outDir: "../target/web",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: "app.js",
        postBanner: `/*!\nThis file contains Cytoscape.js.\n\n${licence}\n*/`,
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith(".css")) ? "app.css" : "[name][extname]"),
      },
    },
  },
});

import { defineConfig } from "vite";

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
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith(".css")) ? "app.css" : "[name][extname]"),
      },
    },
  },
});

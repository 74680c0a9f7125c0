import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixOptions)],
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  optimizeDeps: { include: ["@shopify/app-bridge-react", "@shopify/polaris"] },
  ssr: { noExternal: ["@shopify/polaris", "@shopify/shopify-app-remix"] },
});

import { readdirSync, readFileSync } from "node:fs";
import express, { Router } from "express";
import { iconSprite } from "./icons.ts";

/** The parts of App Bridge's stand-in, in order, as one script in a scope of its own. */
function appBridgeScript(): string {
  const folder = new URL("app-bridge/", import.meta.url);
  const parts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  return `(() => {\nif (window.shopify) return;\n${parts.join("\n")}})();\n`;
}

/** Scripts, styles and icons of the admin, and the stand-in for App Bridge that apps load. */
export function assetRoutes(): Router {
  const appBridge = appBridgeScript();
  const icons = iconSprite();
  const router = Router();
  router.get("/practice/app-bridge.js", (_, response) => {
    response.type("text/javascript").set("Cache-Control", "no-cache").send(appBridge);
  });
  router.get("/practice/frame/icons.svg", (_, response) => {
    response.type("image/svg+xml").set("Cache-Control", "max-age=3600").send(icons);
  });
  router.use("/practice/frame", express.static(new URL("browser", import.meta.url).pathname));
  return router;
}

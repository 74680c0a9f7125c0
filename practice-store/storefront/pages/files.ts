import { join } from "node:path";
import express, { Router } from "express";
import { readThemeExtensions } from "../blocks/extension.ts";
import { pictureOf } from "../pictures/picture.ts";
import type { PageTools } from "./tools.ts";

/** Styles and pictures: the theme's, the extensions', the products'. */
export function fileRoutes({ deps }: PageTools): Router {
  const router = Router();
  router.use("/cdn/shop/assets", express.static(join(import.meta.dirname, "..", "theme", "assets")));

  router.get("/cdn/shop/pictures/:id.svg", (request, response) => {
    const product = deps.store.get("products", Number(request.params.id));
    if (product === undefined) response.sendStatus(404);
    else response.type("svg").set("cache-control", "max-age=3600").send(pictureOf(product));
  });

  router.get("/cdn/extensions/:extension/assets/:file", (request, response) => {
    const extensions = readThemeExtensions(deps.extensionsDir);
    const extension = extensions.find(({ handle }) => handle === request.params.extension);
    if (extension === undefined) response.sendStatus(404);
    else response.sendFile(request.params.file, { root: join(extension.dir, "assets") });
  });

  return router;
}

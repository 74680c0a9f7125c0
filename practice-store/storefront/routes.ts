import { Router } from "express";
import { Catalogue } from "./catalogue.ts";
import { PageRenderer } from "./page.ts";
import { accountPages } from "./pages/account.ts";
import { cartPages, checkoutPages } from "./pages/cart.ts";
import { fileRoutes } from "./pages/files.ts";
import { shopPages } from "./pages/shop.ts";
import { type PageTools, sendNotFound, visitOf } from "./pages/tools.ts";
import type { StorefrontDeps } from "./visit.ts";

/** The whole storefront. It answers every path, so it has to be mounted after all other routes. */
export function storefrontRoutes(deps: StorefrontDeps): Router {
  const catalogue = new Catalogue(deps.store);
  const renderer = new PageRenderer(deps, () => catalogue.collections);
  const tools: PageTools = { deps, catalogue, renderer };
  const router = Router();
  for (const part of [fileRoutes, cartPages, checkoutPages, accountPages, shopPages]) router.use(part(tools));
  router.use((request, response) => sendNotFound(tools, visitOf(tools, request, response), response));
  return router;
}

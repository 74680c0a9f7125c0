import type { Request, Response, Router } from "express";
import type { Catalogue } from "../catalogue.ts";
import type { Page, PageRenderer } from "../page.ts";
import type { Cart } from "../session.ts";
import { readVisit, type StorefrontDeps, type Visit } from "../visit.ts";

/** What every page is made with. */
export type PageTools = { deps: StorefrontDeps; catalogue: Catalogue; renderer: PageRenderer };

/** Where a shopper is sent instead of a page. */
export type Redirect = { redirect: string };

/** The visit of a request; with the cart as it is after it, where the request changes it. */
export function visitOf(tools: PageTools, request: Request, response: Response, cart?: Cart): Visit {
  return readVisit(tools.deps, tools.catalogue, request, response, cart);
}

export function sendNotFound({ renderer }: PageTools, visit: Visit, response: Response): void {
  const page = { template: "404", title: renderer.say(visit, "not_found.heading") };
  response.status(404).type("html").send(renderer.render(visit, page));
}

/** Answers GET of a path with a page, a redirect, or (undefined) the page that says there is none. */
export function addPage(
  router: Router,
  tools: PageTools,
  path: string,
  build: (visit: Visit, request: Request) => Page | Redirect | undefined,
): void {
  router.get(path, (request, response) => {
    const visit = visitOf(tools, request, response);
    const built = build(visit, request);
    if (built === undefined) sendNotFound(tools, visit, response);
    else if ("redirect" in built) response.redirect(303, built.redirect);
    else response.type("html").send(tools.renderer.render(visit, built));
  });
}

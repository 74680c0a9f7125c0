import { type Request, Router } from "express";
import type { Collection } from "../../shop/model.ts";
import type { Page } from "../page.ts";
import { productView } from "../views.ts";
import { text } from "../visit.ts";
import { addPage, type PageTools } from "./tools.ts";

const FAVOURITES = 8;
const RELATED = 4;

/** Home, lists of products, and a product. */
export function shopPages(tools: PageTools): Router {
  const { catalogue, deps, renderer } = tools;
  const currency = deps.store.shop.currencyCode;
  const router = Router();

  addPage(router, tools, "/", (visit) => {
    const { products } = catalogue.search({ text: "", collectionId: null, page: 1 });
    return {
      template: "index",
      title: renderer.say(visit, "home.heading"),
      blocks: ["index"],
      scope: { products: products.slice(0, FAVOURITES).map((product) => productView(product, currency)) },
    };
  });

  addPage(router, tools, "/search", (visit, request) => {
    const terms = text(request.query.q);
    return listPage(tools, request, renderer.say(visit, "collection.results", { terms }), null);
  });

  addPage(router, tools, "/collections/:handle", (visit, request) => {
    const { handle } = request.params;
    if (handle === "all") return listPage(tools, request, renderer.say(visit, "collection.all"), null);
    const collection = catalogue.collections.find((one) => one.handle === handle);
    return collection && listPage(tools, request, collection.title, collection);
  });

  addPage(router, tools, "/products/:handle", (_, request) => {
    const product = catalogue.product(request.params.handle ?? "");
    if (product === undefined) return undefined;
    const related = catalogue
      .search({ text: "", collectionId: product.collectionIds[0] ?? null, page: 1 })
      .products.filter(({ id }) => id !== product.id)
      .slice(0, RELATED);
    return {
      template: "product",
      title: product.title,
      scope: {
        product: productView(product, currency),
        related: related.map((other) => productView(other, currency)),
      },
    };
  });

  return router;
}

function listPage(
  { catalogue, deps }: PageTools,
  request: Request,
  heading: string,
  collection: Collection | null,
): Page {
  const terms = text(request.query.q);
  const page = Number(request.query.page) || 1;
  const found = catalogue.search({ text: terms, collectionId: collection?.id ?? null, page });
  const pageUrl = (number: number): string => {
    const query = new URLSearchParams({ page: number.toString() });
    if (terms !== "") query.set("q", terms);
    return `${request.path}?${query.toString()}`;
  };
  return {
    template: "collection",
    title: heading,
    scope: {
      heading,
      total: found.total,
      products: found.products.map((product) => productView(product, deps.store.shop.currencyCode)),
      search: { terms },
      paginate: {
        pages: found.pages,
        current: found.page,
        previous: found.page > 1 ? pageUrl(found.page - 1) : null,
        next: found.page < found.pages ? pageUrl(found.page + 1) : null,
      },
    },
  };
}

import type { Product } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import type { Page, PageContext } from "../page.ts";
import { count, money, words } from "./format.ts";
import { metafieldsCard } from "./metafields.ts";
import { badge, card, facts, link, listPage, paged, table, tags } from "./parts.ts";

export function productsPage(context: PageContext): Page {
  const { deps, texts } = context;
  const { shown, pager } = paged(context, [...deps.store.tables.products.values()]);
  const columns = [
    { heading: texts.product },
    { heading: texts.status, kind: "minor" as const },
    { heading: texts.productType, kind: "minor" as const },
    { heading: texts.vendor, kind: "minor" as const },
    { heading: texts.variants, kind: "minorFigure" as const },
    { heading: texts.price, kind: "figure" as const },
  ];
  const rows = shown.map((product) => [
    link(`/admin/products/${product.id}`, product.title),
    statusBadge(product),
    product.productType,
    product.vendor,
    count(context, product.variants.length),
    money(context, product.variants[0]?.priceMinor ?? 0),
  ]);
  return listPage(
    context,
    { title: texts.products, section: "products" },
    card(undefined, table(columns, rows, texts.nothing), pager),
  );
}

export function productPage(context: PageContext, id: number): Page | undefined {
  const { deps, texts } = context;
  const product = deps.store.get("products", id);
  if (product === undefined) return undefined;
  const columns = [
    { heading: texts.variants },
    { heading: "SKU" },
    { heading: texts.price, kind: "figure" as const },
  ];
  const rows = product.variants.map(({ title, sku, priceMinor }) => [title, sku, money(context, priceMinor)]);
  return listPage(
    context,
    { title: product.title, section: "products", back: "/admin/products" },
    card(
      undefined,
      facts([
        [texts.status, statusBadge(product)],
        [texts.productType, product.productType],
        [texts.vendor, product.vendor],
        [texts.tags, tags(product.tags)],
      ]),
    ),
    card(texts.variants, table(columns, rows, texts.nothing)),
    metafieldsCard(context, gid("Product", id)),
  );
}

function statusBadge({ status }: Product) {
  return badge(words(status), status === "ACTIVE" ? "good" : "quiet");
}

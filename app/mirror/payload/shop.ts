import { z } from "zod";
import type { News } from "../news.ts";
import { idText } from "./values.ts";

const productPayload = z.object({
  id: idText,
  title: z.string(),
  product_type: z.string().nullish(),
  vendor: z.string().nullish(),
  updated_at: z.string(),
});

/** `products/create`, `products/update`. Whether it is a gift card only the Admin API tells: not in here. */
export function readProduct(payload: unknown): News {
  const product = productPayload.parse(payload);
  return {
    kind: "product",
    product: {
      id: product.id,
      title: product.title,
      productType: product.product_type ?? "",
      vendor: product.vendor ?? "",
      updatedAt: product.updated_at,
    },
  };
}

/** `products/delete`. */
export function readProductDeleted(payload: unknown): News {
  return { kind: "product-deleted", productId: z.object({ id: idText }).parse(payload).id };
}

const shopPayload = z.object({
  name: z.string(),
  currency: z.string(),
  iana_timezone: z.string().nullish(),
  primary_locale: z.string().nullish(),
  taxes_included: z.boolean().nullish(),
});

/** `shop/update`. */
export function readShopUpdate(payload: unknown): News {
  const shop = shopPayload.parse(payload);
  return {
    kind: "shop",
    name: shop.name,
    currency: shop.currency,
    timeZone: shop.iana_timezone ?? null,
    locale: shop.primary_locale ?? null,
    taxesIncluded: shop.taxes_included ?? null,
  };
}

/** `app/scopes_update`. */
export function readScopes(payload: unknown): News {
  return { kind: "scopes", scopes: z.object({ current: z.array(z.string()) }).parse(payload).current };
}

/** `bulk_operations/finish`. */
export function readBulkFinished(payload: unknown): News {
  const { admin_graphql_api_id: gid } = z.object({ admin_graphql_api_id: z.string() }).parse(payload);
  return { kind: "bulk-finished", gid };
}

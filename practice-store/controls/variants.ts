import type { Product, Variant } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import { found, Refusal } from "./reply.ts";

export type SoldVariant = { product: Product; variant: Variant };

/** Finds variants by id or SKU; refuses what the shop does not sell. */
export function variantFinder(store: ShopStore) {
  return ({ sku, variantId }: { sku?: string | undefined; variantId?: number | undefined }): SoldVariant => {
    if ((sku === undefined) === (variantId === undefined))
      throw new Refusal(400, 'each line needs "sku" or "variantId"');
    for (const product of store.tables.products.values()) {
      const variant = product.variants.find((sold) =>
        sku === undefined ? sold.id === variantId : sold.sku === sku,
      );
      if (variant !== undefined) return { product, variant };
    }
    return found<SoldVariant>(
      undefined,
      sku === undefined ? `variant ${variantId}` : `product with SKU ${sku}`,
    );
  };
}

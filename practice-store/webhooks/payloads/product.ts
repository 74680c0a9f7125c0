import { gid } from "../../shop/gid.ts";
import type { Product, ShopInfo, Variant } from "../../shop/model.ts";
import { moneyString } from "../../shop/order-money.ts";
import { localInstant } from "./values.ts";

function variantPayload(variant: Variant, position: number, product: Product, shop: ShopInfo) {
  return {
    id: variant.id,
    admin_graphql_api_id: gid("ProductVariant", variant.id),
    product_id: product.id,
    title: variant.title,
    option1: variant.title,
    option2: null,
    option3: null,
    position,
    price: moneyString(variant.priceMinor, shop.currencyCode),
    compare_at_price: null,
    sku: variant.sku,
    barcode: null,
    taxable: true,
    image_id: null,
    inventory_item_id: null,
    inventory_policy: "continue",
    inventory_quantity: 0,
    old_inventory_quantity: 0,
    created_at: localInstant(product.createdAt, shop.ianaTimezone),
    updated_at: localInstant(product.updatedAt, shop.ianaTimezone),
  };
}

/** `products/create`, `products/update`. The practice store keeps no pictures and no stock. */
export function productPayload(product: Product, shop: ShopInfo) {
  const createdAt = localInstant(product.createdAt, shop.ianaTimezone);
  return {
    id: product.id,
    admin_graphql_api_id: gid("Product", product.id),
    title: product.title,
    handle: product.handle,
    body_html: "",
    product_type: product.productType,
    vendor: product.vendor,
    tags: product.tags.join(", "),
    status: product.status.toLowerCase(),
    category: null,
    created_at: createdAt,
    updated_at: localInstant(product.updatedAt, shop.ianaTimezone),
    published_at: product.status === "ACTIVE" ? createdAt : null,
    published_scope: "web",
    template_suffix: null,
    has_variants_that_requires_components: false,
    image: null,
    images: [],
    media: [],
    options: [],
    variant_gids: product.variants.map(({ id }) => ({
      admin_graphql_api_id: gid("ProductVariant", id),
      updated_at: product.updatedAt,
    })),
    variants: product.variants.map((variant, index) => variantPayload(variant, index + 1, product, shop)),
  };
}

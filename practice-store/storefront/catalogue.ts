import type { Collection, Product, Variant } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";

export type Item = { product: Product; variant: Variant };
export type Search = { text: string; collectionId: number | null; page: number };
export type SearchResult = { products: Product[]; total: number; page: number; pages: number };

export const PAGE_SIZE = 24;

/** The products on sale, with the look-ups that pages and carts need. */
export class Catalogue {
  readonly #store: ShopStore;
  #index: { items: Map<number, Item>; ranked: Product[]; collections: Collection[] } | undefined;

  constructor(store: ShopStore) {
    this.#store = store;
    store.changes.on("change", ({ kind }) => {
      if (kind === "products" || kind === "collections") this.#index = undefined;
    });
  }

  item(variantId: number): Item | undefined {
    return this.#read().items.get(variantId);
  }

  product(handle: string): Product | undefined {
    return this.#read().ranked.find((product) => product.handle === handle);
  }

  /** Those with the most products first. */
  get collections(): readonly Collection[] {
    return this.#read().collections;
  }

  /** Products of which every word is in title, type or SKU, the most bought first. */
  search({ text, collectionId, page }: Search): SearchResult {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#read().ranked.filter((product) => {
      if (collectionId !== null && !product.collectionIds.includes(collectionId)) return false;
      const skus = product.variants.map(({ sku }) => sku).join(" ");
      const about = `${product.title} ${product.productType} ${skus}`.toLowerCase();
      return words.every((word) => about.includes(word));
    });
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const products = found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
    return { products, total: found.length, page: shown, pages };
  }

  /** Read when first asked for, and again after the catalogue changed. */
  #read() {
    return (this.#index ??= readIndex(this.#store));
  }
}

function readIndex({ tables }: ShopStore) {
  const bought = new Map<number, number>();
  for (const order of tables.orders.values()) {
    for (const { productId } of order.lines) {
      if (productId !== null) bought.set(productId, (bought.get(productId) ?? 0) + 1);
    }
  }
  const ranked = [...tables.products.values()]
    .filter(({ status, variants }) => status === "ACTIVE" && variants.length > 0)
    .sort((a, b) => (bought.get(b.id) ?? 0) - (bought.get(a.id) ?? 0) || a.id - b.id);
  const sizes = new Map<number, number>();
  for (const id of ranked.flatMap(({ collectionIds }) => collectionIds)) {
    sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  const collections = [...tables.collections.values()]
    .filter(({ id }) => sizes.has(id))
    .sort((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0) || a.id - b.id);
  const items = ranked.flatMap((product) =>
    product.variants.map((variant) => [variant.id, { product, variant }] as const),
  );
  return { items: new Map(items), ranked, collections };
}

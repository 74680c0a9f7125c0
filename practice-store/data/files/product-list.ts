import type { Product, Variant } from "../../shop/model.ts";
import { FIRST_ID } from "../records.ts";

/** What an order line of a file says of the thing sold. */
export type SoldThing = {
  /** What tells it from other things: its stock code or, without one, its title. */
  key: string;
  sku: string | null;
  title: string;
  vendor: string;
  priceMinor: number;
  giftCard: boolean;
  /** Whether it is something on a shelf, and not postage or a fee. */
  goods: boolean;
  /** When it was sold; any measure that grows with time. */
  soldAt: number;
};

type Known = { product: Product; variant: Variant; lastSold: number };

/** Collects a shop's products from its order lines: each as it was when it was last sold at a price. */
export class ProductList {
  readonly #known = new Map<string, Known>();

  /** The product that the thing is, added when it is seen first. */
  note(thing: SoldThing): { product: Product; variant: Variant } {
    const known = this.#known.get(thing.key) ?? this.#add(thing);
    const { product, variant } = known;
    if (thing.soldAt >= known.lastSold && thing.priceMinor > 0) {
      known.lastSold = thing.soldAt;
      if (thing.title !== "") product.title = thing.title;
      variant.priceMinor = thing.priceMinor;
    }
    return known;
  }

  /** All products; `createdAt` is theirs all, as files say nothing of it. */
  products(createdAt: string): Product[] {
    return Array.from(this.#known.values(), ({ product, variant }) => ({
      ...product,
      title: product.title || variant.sku || "Untitled",
      handle: [slug(product.title), String(product.id - FIRST_ID.product)].filter(Boolean).join("-"),
      createdAt,
      updatedAt: createdAt,
    }));
  }

  #add(thing: SoldThing): Known {
    const position = this.#known.size + 1;
    const variant: Variant = {
      id: FIRST_ID.variant + position,
      sku: thing.sku ?? "",
      title: "Default Title",
      priceMinor: thing.priceMinor,
    };
    const product: Product = {
      id: FIRST_ID.product + position,
      title: thing.title,
      handle: "",
      productType: thing.giftCard ? "Gift cards" : "",
      vendor: thing.vendor,
      tags: [],
      status: thing.goods ? "ACTIVE" : "DRAFT",
      giftCard: thing.giftCard,
      collectionIds: [],
      variants: [variant],
      createdAt: "",
      updatedAt: "",
    };
    const known = { product, variant, lastSold: -Infinity };
    this.#known.set(thing.key, known);
    return known;
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

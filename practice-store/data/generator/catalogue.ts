import type { Collection, Product, Variant } from "../../shop/model.ts";
import { FIRST_ID } from "../records.ts";
import { DEFAULT_CUSTOMERS, DEFAULT_PRODUCTS, POPULARITY, UNIT_PRICE } from "./calibration.ts";
import { CHEAP, CHRISTMAS, DEAR, MOTIFS, OPTIONS, STYLES, TYPES, VENDORS } from "./catalogue-words.ts";
import { quantileAt, Random, weightedIndex } from "./random.ts";

/** A variant with all that an order line says of it. */
export type Item = { product: Product; variant: Variant; christmas: boolean };

export type Catalogue = {
  collections: Collection[];
  products: Product[];
  giftCards: Item[];
  /** Draws an item by popularity, with Christmas goods in their season only. */
  drawItem(random: Random, month: number): Item;
};

const SEVERAL_KINDS_SHARE = 0.15;
const GIFT_CARD_VALUES = [1000, 2500, 5000, 10_000];
const SEPTEMBER = 8;

/** How many products a shop with so many customers has: fewer in a small shop, never more than the figures'. */
export function productCount(customers: number): number {
  const share = Math.min(1, customers / DEFAULT_CUSTOMERS);
  return Math.max(60, Math.round(DEFAULT_PRODUCTS * share));
}

/** Makes the shop's products, the most popular one first, and its gift cards. */
export function createCatalogue(seed: number, count: number, createdAt: string): Catalogue {
  const random = new Random(seed, -1);
  const collections = TYPES.map(([title], index) => ({
    id: FIRST_ID.collection + index + 1,
    title,
    handle: handleOf(title),
  }));
  const ids = { variant: FIRST_ID.variant };
  const ideas = drawIdeas(random, count);
  const prices = pricesOf(ideas);
  const goods = ideas.map((idea, rank) =>
    createProduct(random, { ...idea, rank, priceMinor: prices[rank] ?? 0 }, ids, createdAt),
  );
  const giftCard = createGiftCard(FIRST_ID.product + count + 1, ids, createdAt);
  const items = goods.map(itemsOf);
  const drawRank = weightedIndex(goods.map((_, rank) => popularity(rank + 1, count)));
  const drawAny = (draw: Random): Item => draw.pick(items[drawRank(draw)] ?? []);
  return {
    collections,
    products: [...goods, giftCard],
    giftCards: itemsOf(giftCard),
    drawItem: (draw, month) => {
      for (let tries = 0; tries < 5; tries += 1) {
        const item = drawAny(draw);
        if (!item.christmas || month >= SEPTEMBER) return item;
      }
      return drawAny(draw);
    },
  };
}

/** Popularity of a rank; in a smaller catalogue the same curve is drawn over fewer ranks. */
function popularity(rank: number, count: number): number {
  const fullRank = (rank * DEFAULT_PRODUCTS) / count;
  return fullRank ** -POPULARITY.slope * Math.exp(-fullRank / POPULARITY.decayRanks);
}

type Idea = {
  title: string;
  typeIndex: number;
  /** Where the product lies among the others by price: higher is dearer. */
  dearness: number;
};

function drawIdeas(random: Random, count: number): Idea[] {
  const ideas = new Map<string, Idea>();
  while (ideas.size < count) {
    const typeIndex = random.int(TYPES.length);
    const object = random.pick((TYPES[typeIndex] ?? TYPES[0])[1]);
    const title = `${random.pick(STYLES)} ${random.pick(MOTIFS)} ${object}`;
    const level = Number(DEAR.has(object)) - Number(CHEAP.has(object));
    ideas.set(title, { title, typeIndex, dearness: level + 0.4 * random.normal() });
  }
  return [...ideas.values()];
}

/** Prices in minor units, distributed as the figures', the dearest goods at the top. */
function pricesOf(ideas: readonly Idea[]): number[] {
  const prices = ideas.map(() => 0);
  const cheapestFirst = [...ideas.entries()].sort(([, a], [, b]) => a.dearness - b.dearness);
  for (const [place, [index]] of cheapestFirst.entries())
    prices[index] = retailPrice(quantileAt(UNIT_PRICE, (place + 0.5) / ideas.length) * 100);
  return prices;
}

function createProduct(
  random: Random,
  { title, typeIndex, rank, priceMinor }: Idea & { rank: number; priceMinor: number },
  ids: { variant: number },
  createdAt: string,
): Product {
  const kinds = random.chance(SEVERAL_KINDS_SHARE) ? random.pick(OPTIONS) : ["Default Title"];
  const sku = `LG-${String(10_001 + rank)}`;
  return {
    id: FIRST_ID.product + rank + 1,
    title,
    handle: handleOf(title),
    productType: (TYPES[typeIndex] ?? TYPES[0])[0],
    vendor: random.pick(VENDORS),
    tags: rank < 50 ? ["bestseller"] : [],
    status: random.chance(0.03) ? "ARCHIVED" : "ACTIVE",
    giftCard: false,
    collectionIds: [FIRST_ID.collection + typeIndex + 1],
    variants: kinds.map((kind, index) => ({
      id: (ids.variant += 1),
      sku: kinds.length === 1 ? sku : `${sku}-${String(index + 1)}`,
      title: kind,
      priceMinor,
    })),
    createdAt,
    updatedAt: createdAt,
  };
}

function createGiftCard(id: number, ids: { variant: number }, createdAt: string): Product {
  return {
    id,
    title: "Gift Card",
    handle: "gift-card",
    productType: "Gift cards",
    vendor: "Laurel Practice",
    tags: [],
    status: "ACTIVE",
    giftCard: true,
    collectionIds: [],
    variants: GIFT_CARD_VALUES.map((priceMinor) => ({
      id: (ids.variant += 1),
      sku: `GIFT-${String(priceMinor / 100)}`,
      title: String(priceMinor / 100),
      priceMinor,
    })),
    createdAt,
    updatedAt: createdAt,
  };
}

function itemsOf(product: Product): Item[] {
  const christmas = product.productType === CHRISTMAS;
  return product.variants.map((variant) => ({ product, variant, christmas }));
}

/** A price near by that ends in 5 or 9, as gift shops price. */
function retailPrice(minor: number): number {
  const tens = Math.floor(minor / 10) * 10;
  return minor - tens < 7 ? tens + 5 : tens + 9;
}

function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

import { z } from "zod";
import type { Product } from "../shop/model.ts";
import { ShopStore } from "../shop/store.ts";
import { parseGid } from "../shop/gid.ts";

/** A shop like the recorded one: Canadian dollars, subscriptions sold. */
export function recordedShop(): ShopStore {
  return new ShopStore({
    id: 92891250994,
    name: "Recorded shop",
    myshopifyDomain: "laurel-practice.myshopify.com",
    email: "owner@example.com",
    currencyCode: "CAD",
    ianaTimezone: "America/Toronto",
    primaryLocale: "en",
    countryCode: "CA",
    createdAt: "2025-01-01T00:00:00Z",
    openedOn: "2026-11-20",
    taxesIncluded: false,
    sellsSubscriptions: true,
  });
}

function idOf(gid: string): number {
  return parseGid(gid)?.id ?? 0;
}

const productShape = z.object({
  id: z.string(),
  title: z.string().default("Recorded product"),
  handle: z.string().default("recorded-product"),
  tags: z.array(z.string()).default([]),
});

/** Puts a recorded product in the shop, under its recorded id. */
export function seedProduct(store: ShopStore, recorded: unknown, tags?: string[]): void {
  const { id, title, handle, tags: recordedTags } = productShape.parse(recorded);
  const product: Product = {
    id: idOf(id),
    title,
    handle,
    productType: "",
    vendor: "",
    tags: tags ?? recordedTags,
    status: "DRAFT",
    giftCard: false,
    collectionIds: [],
    variants: [],
    createdAt: "2026-07-01T00:00:00Z",
    updatedAt: "2026-07-01T00:00:00Z",
  };
  store.load("products", product);
}

const metafieldShape = z.object({
  id: z.string(),
  namespace: z.string(),
  key: z.string(),
  type: z.string(),
  value: z.string(),
});

/** Puts recorded metafields of an owner in the shop, under their recorded ids. */
export function seedMetafields(store: ShopStore, ownerGid: string, recorded: unknown): void {
  for (const { id, ...metafield } of z.array(metafieldShape).parse(recorded))
    store.load("metafields", {
      id: idOf(id),
      ownerGid,
      ...metafield,
      createdAt: "2026-07-01T00:00:00Z",
      updatedAt: "2026-07-01T00:00:00Z",
    });
}

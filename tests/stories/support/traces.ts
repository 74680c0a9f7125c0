import type { Shop } from "./shop.ts";

/** What is in the shop that could be the app's. */
export async function traces(shop: Shop) {
  const customers = await shop.customers();
  return {
    tags: customers.map(({ id, tags }) => [id, ...tags.toSorted()]),
    standings: customers.filter(({ standing }) => standing !== null).length,
    segments: (await shop.segments()).map(({ id }) => id),
    discounts: (await shop.automaticDiscounts()).map(({ id }) => id),
  };
}

import { z } from "zod";
import { numberInGid } from "#app/platform/ids.ts";
import { parseMinor } from "#app/platform/money.ts";

/** Shopify's number of a thing, as text. */
export const idText = z.union([z.number(), z.string()]).transform((value) => BigInt(value).toString());

/** The number in a gid of the given type, as text. */
export function gidText(type: string) {
  return z.string().transform((gid) => numberInGid(type, gid).toString());
}

/** Minor units of the shop's currency; 0 where Shopify leaves the amount out. */
export const moneySet = z
  .object({ shop_money: z.object({ amount: z.string(), currency_code: z.string() }) })
  .nullish()
  .transform((set) => (set ? parseMinor(set.shop_money.amount, set.shop_money.currency_code) : 0));

export function sum<Item>(items: readonly Item[], minorOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + minorOf(item), 0);
}

import type { RecordKind, Records } from "../shop/model.ts";

/** One thing of a shop with the name of the table that it belongs to. */
export type ShopRecord = { [K in RecordKind]: { kind: K; record: Records[K] } }[RecordKind];

/** First ids of each kind, of the size that Shopify's have: too large for 32 bits. */
export const FIRST_ID = {
  collection: 450_000_000_000,
  product: 8_200_000_000_000,
  variant: 45_100_000_000_000,
  customer: 7_600_000_000_000,
  order: 5_400_000_000_000,
  line: 13_800_000_000_000,
  refund: 900_000_000_000,
  discount: 1_400_000_000_000,
  discountCode: 18_500_000_000_000,
} as const;

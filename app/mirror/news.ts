import { z } from "zod";

/** Shopify's number of a thing as decimal text: JSON has no 64-bit integers. */
const id = z.string().regex(/^\d+$/);
const instant = z.iso.datetime({ offset: true });
const minor = z.int();

const line = z.object({
  id,
  productId: id.nullable(),
  variantId: id.nullable(),
  sku: z.string().nullable(),
  quantity: z.int(),
  totalMinor: minor,
  giftCard: z.boolean(),
});

const refund = z.object({
  id,
  createdAt: instant,
  totalMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  giftCardMinor: minor,
});

const order = z.object({
  id,
  customerId: id.nullable(),
  name: z.string(),
  processedAt: instant,
  createdAt: instant,
  updatedAt: instant,
  cancelledAt: instant.nullable(),
  test: z.boolean(),
  financialStatus: z.string(),
  subtotalMinor: minor,
  giftCardMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  taxesIncluded: z.boolean(),
  lines: z.array(line),
  refunds: z.array(refund),
});

const product = z.object({
  id,
  title: z.string(),
  productType: z.string(),
  vendor: z.string(),
  updatedAt: instant,
});

/**
 * What a webhook message tells, less everything we don't use: the only form in which it is kept. Money is
 * minor units of the shop's currency.
 */
export const newsSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("order"), order }),
  /** Something of it changed that the message does not tell. */
  z.object({ kind: z.literal("order-changed"), orderId: id }),
  z.object({ kind: z.literal("order-deleted"), orderId: id }),
  z.object({ kind: z.literal("refund"), orderId: id, refund }),
  z.object({ kind: z.literal("customer"), customerId: id, createdAt: instant, updatedAt: instant }),
  z.object({ kind: z.literal("customer-deleted"), customerId: id }),
  z.object({ kind: z.literal("customers-merged"), keptId: id, deletedId: id }),
  z.object({
    kind: z.literal("tags"),
    customerId: id,
    tags: z.array(z.string()),
    there: z.boolean(),
    at: instant,
  }),
  z.object({
    kind: z.literal("summary"),
    customerId: id,
    ordersCount: z.int(),
    spentMinor: minor,
    at: instant,
  }),
  z.object({ kind: z.literal("product"), product }),
  z.object({ kind: z.literal("product-deleted"), productId: id }),
  z.object({
    kind: z.literal("shop"),
    name: z.string(),
    currency: z.string(),
    timeZone: z.string().nullable(),
    locale: z.string().nullable(),
    taxesIncluded: z.boolean().nullable(),
  }),
  z.object({ kind: z.literal("scopes"), scopes: z.array(z.string()) }),
  z.object({ kind: z.literal("uninstalled") }),
  z.object({ kind: z.literal("bulk-finished"), gid: z.string() }),
  z.object({ kind: z.literal("data-request"), customerId: id }),
  z.object({ kind: z.literal("customer-redact"), customerId: id }),
  z.object({ kind: z.literal("shop-redact") }),
  /** A message that changes nothing for us, such as a merge that failed. */
  z.object({ kind: z.literal("nothing") }),
]);

export type News = z.infer<typeof newsSchema>;
export type NewsOf<Kind extends News["kind"]> = Extract<News, { kind: Kind }>;
export type NewsOrder = z.infer<typeof order>;
export type NewsRefund = z.infer<typeof refund>;

import { z } from "zod";
import { ownerApi, postJson, type OwnerApi } from "./owner-api.ts";
import { toMinor, type BoughtOrder } from "./recompute.ts";

/** The shop as its owner sees it, and what happens in it. */
export type Shop = {
  customers: () => Promise<ShopCustomer[]>;
  customer: (id: string) => Promise<ShopCustomer>;
  orders: () => Promise<BoughtOrder[]>;
  segments: () => Promise<z.infer<typeof segment>[]>;
  automaticDiscounts: () => Promise<z.infer<typeof discount>[]>;
  placeOrder: (customerId: string, amountMinor: number) => Promise<{ id: number; name: string }>;
  /** Gives all of an order's money back. */
  refund: (orderId: number) => Promise<void>;
};

/** The metafield that the storefront reads; money in minor units. */
const standing = z.object({
  tier: z.string(),
  rank: z.number(),
  until: z.string().nullable(),
  progress: z
    .object({ current: z.number(), needed: z.number(), missing: z.number(), next: z.string() })
    .nullable(),
});
const metafield = z.object({ key: z.string(), value: z.string(), __parentId: z.string().optional() });
const plainCustomer = z.object({ id: z.string(), tags: z.array(z.string()) });
/** `standing` is null where no metafield of that key is written. */
export type ShopCustomer = z.infer<typeof plainCustomer> & { standing: z.infer<typeof standing> | null };

const MONEY = "{ shopMoney { amount } }";
const money = z
  .object({ shopMoney: z.object({ amount: z.string() }) })
  .transform(({ shopMoney }) => toMinor(shopMoney.amount));
const order = z.object({
  id: z.string(),
  processedAt: z.string(),
  cancelledAt: z.string().nullable(),
  test: z.boolean(),
  displayFinancialStatus: z.string(),
  customer: z.object({ id: z.string() }).nullable(),
  totalPriceSet: money,
  totalRefundedSet: money,
});
const line = z.object({ __parentId: z.string(), isGiftCard: z.boolean(), discountedTotalSet: money });
const ORDERS = `{ orders { edges { node {
  id processedAt cancelledAt test displayFinancialStatus customer { id }
  totalPriceSet ${MONEY} totalRefundedSet ${MONEY}
  lineItems { edges { node { id isGiftCard discountedTotalSet(withCodeDiscounts: true) ${MONEY} } } } } } } }`;

const segment = z.object({ id: z.string(), query: z.string() });
const discount = z.object({
  id: z.string(),
  automaticDiscount: z.object({
    context: z.object({ segments: z.array(segment.pick({ id: true })).optional() }).optional(),
    customerGets: z.object({ value: z.object({ percentage: z.number().optional() }) }).optional(),
  }),
});
const DISCOUNT = `id automaticDiscount { ... on DiscountAutomaticBasic {
  context { ... on DiscountCustomerSegments { segments { id } } }
  customerGets { value { ... on DiscountPercentage { percentage } } } } }`;

export function connectShop({ adminApi, storefront }: { adminApi: string; storefront: string }): Shop {
  const api = ownerApi(adminApi);
  const control = (address: string, body: object) => postJson(`${storefront}/practice${address}`, body);
  return {
    customers: () => readCustomers(api),
    customer: async (id) => {
      const fields = "id tags metafields(first: 5) { nodes { key value } }";
      const found = z
        .object({ customer: plainCustomer.extend({ metafields: z.object({ nodes: z.array(metafield) }) }) })
        .parse(await api.ask(`{ customer(id: ${JSON.stringify(id)}) { ${fields} } }`)).customer;
      return { id, tags: found.tags, standing: standingIn(found.metafields.nodes) };
    },
    orders: () => readOrders(api),
    segments: () => readAll(api, "segments", "id query", segment),
    automaticDiscounts: () => readAll(api, "automaticDiscountNodes", DISCOUNT, discount),
    placeOrder: async (customerId, amountMinor) => {
      const amount = `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, "0")}`;
      const placed = await control("/orders", { customerId, amount });
      return z.object({ id: z.number(), name: z.string() }).parse(placed);
    },
    refund: async (orderId) => {
      await control(`/orders/${orderId}/refund`, {});
    },
  };
}

function standingIn(metafields: readonly z.infer<typeof metafield>[]): ShopCustomer["standing"] {
  const written = metafields.find(({ key }) => key === "standing");
  return written === undefined ? null : standing.parse(JSON.parse(written.value));
}

async function readCustomers(api: OwnerApi): Promise<ShopCustomer[]> {
  const query = `{ customers { edges { node { id tags
    metafields { edges { node { id key value } } } } } } }`;
  const rows = z.array(z.union([metafield, plainCustomer])).parse(await api.bulk(query));
  const written = Map.groupBy(
    rows.filter((row) => "key" in row),
    ({ __parentId }) => __parentId,
  );
  return rows
    .filter((row) => "tags" in row)
    .map((customer) => ({ ...customer, standing: standingIn(written.get(customer.id) ?? []) }));
}

async function readOrders(api: OwnerApi): Promise<BoughtOrder[]> {
  const rows = z.array(z.union([line, order])).parse(await api.bulk(ORDERS));
  const giftCards = Map.groupBy(
    rows.filter((row) => "isGiftCard" in row).filter(({ isGiftCard }) => isGiftCard),
    ({ __parentId }) => __parentId,
  );
  return rows
    .filter((row) => "processedAt" in row)
    .map(({ id, customer, ...rest }) => ({
      ...rest,
      customerId: customer?.id ?? null,
      giftCardMinor: (giftCards.get(id) ?? []).reduce((sum, sold) => sum + sold.discountedTotalSet, 0),
    }));
}

/** All of a short list. @throws where it is longer than a page. */
async function readAll<Node>(
  api: OwnerApi,
  list: string,
  fields: string,
  node: z.ZodType<Node>,
): Promise<Node[]> {
  const page = z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.literal(false) }),
  });
  const answer = await api.ask(`{ ${list}(first: 50) { nodes { ${fields} } pageInfo { hasNextPage } } }`);
  return z.record(z.string(), page).parse(answer)[list]?.nodes ?? [];
}

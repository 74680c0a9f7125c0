import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import { applyDelivery } from "./apply-delivery.server.ts";
import { receiveDelivery } from "./receive-delivery.server.ts";

type Message = { topic: string; second: number; body: unknown };

let shops = 0;

async function createShop(): Promise<{ shopId: ShopId; domain: string }> {
  shops += 1;
  const domain = `deliveries-${shops}.myshopify.com`;
  const { id } = await prisma.shop.create({
    data: { domain, name: domain, currency: "GBP", timeZone: "Europe/London", installedAt: at(0) },
  });
  return { shopId: toShopId(id), domain };
}

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const set = (minor: number) => ({ shop_money: { amount: (minor / 100).toFixed(2), currency_code: "GBP" } });
const gid = (id: number) => `gid://shopify/Customer/${id}`;

/** When something of each order is given back: a refund never goes away again. */
const REFUNDS = new Map([
  [101, []],
  [102, [9]],
  [103, [3, 21, 40]],
]);

function refund(orderId: number, second: number) {
  return {
    id: orderId * 1000 + second,
    order_id: orderId,
    created_at: at(second).toISOString(),
    total_duties_set: set(0),
    refund_line_items: [],
    transactions: [{ kind: "refund", status: "success", amount: "1.00", currency: "GBP" }],
  };
}

/** An order as it was at one moment; several moments may fall into the same second of `updated_at`. */
function order(id: number, customerId: number | null, second: number) {
  const refunds = (REFUNDS.get(id) ?? []).filter((when) => when <= second);
  return {
    id,
    customer: customerId === null ? null : { id: customerId },
    name: `#${id}`,
    currency: "GBP",
    created_at: at(0).toISOString(),
    processed_at: at(0).toISOString(),
    updated_at: at(Math.floor(second / 5) * 5).toISOString(),
    cancelled_at: second % 7 === 0 ? at(second).toISOString() : null,
    test: false,
    financial_status: refunds.length === 0 ? "paid" : "partially_refunded",
    subtotal_price_set: set(1000 + second),
    total_shipping_price_set: set(0),
    total_tax_set: set(0),
    total_price_set: set(1000 + second),
    taxes_included: true,
    line_items: Array.from({ length: (second % 3) + 1 }, (_, line) => ({
      id: id * 10 + line,
      quantity: 1,
      gift_card: false,
      price_set: set(100 + second),
    })),
    refunds: refunds.map((at) => refund(id, at)),
  };
}

async function deliver(shop: { shopId: ShopId; domain: string }, message: Message, index: number) {
  const id = `delivery-${index}`;
  const { topic, body } = message;
  await receiveDelivery({ shopDomain: shop.domain, topic, id, triggeredAt: at(message.second), body });
  await applyDelivery(shop.shopId, id);
}

/** The whole mirror of a shop, without what tells it from another shop's. */
async function mirrorOf(shopId: ShopId) {
  const where = { where: { shopId }, omit: { shopId: true } as const };
  return {
    customers: await prisma.customer.findMany({ ...where, orderBy: { id: "asc" } }),
    orders: await prisma.order.findMany({ ...where, orderBy: { id: "asc" } }),
    lines: await prisma.orderLine.findMany({ ...where, orderBy: { id: "asc" } }),
    refunds: await prisma.refund.findMany({ ...where, orderBy: { id: "asc" } }),
    products: await prisma.product.findMany({ ...where, orderBy: { id: "asc" } }),
  };
}

const second = fc.integer({ min: 1, max: 60 });
const customerId = fc.constantFrom(1, 2, 3);
const orderId = fc.constantFrom(101, 102, 103);

/** What happens in a shop; nothing happens twice at the same moment to the same thing. */
const happening: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(orderId, fc.option(customerId), second).map(([id, customer, second]) => ({
      topic: "orders/updated",
      second,
      body: order(id, customer, second),
    })),
  },
  fc
    .constantFrom(...[...REFUNDS].flatMap(([id, moments]) => moments.map((second) => ({ id, second }))))
    .map(({ id, second }) => ({ topic: "refunds/create", second, body: refund(id, second) })),
  fc.tuple(orderId, second).map(([id, second]) => ({ topic: "orders/delete", second, body: { id } })),
  fc.tuple(customerId, second).map(([id, second]) => ({
    topic: "customers/update",
    second,
    body: { id, created_at: at(0).toISOString(), updated_at: at(second).toISOString() },
  })),
  fc.tuple(customerId, second).map(([id, second]) => ({ topic: "customers/delete", second, body: { id } })),
  fc
    .tuple(
      customerId,
      second,
      fc.constantFrom("added", "removed"),
      fc.constantFrom("vip", "VIP", "tier:gold"),
    )
    .map(([id, second, what, tag]) => ({
      topic: `customer.tags_${what}`,
      second,
      body: { customerId: gid(id), tags: [tag], occurredAt: at(second).toISOString() },
    })),
  fc.tuple(customerId, second).map(([id, second]) => ({
    topic: "customers/purchasing_summary",
    second,
    body: {
      customerId: gid(id),
      numberOfOrders: second,
      amountSpent: { amount: `${second}.00`, currencyCode: "GBP" },
      occurredAt: at(second).toISOString(),
    },
  })),
  fc.constantFrom([1, 2] as const, [2, 3] as const).map(([deleted, kept]) => ({
    topic: "customers/merge",
    second: deleted + 50,
    body: {
      admin_graphql_api_customer_kept_id: gid(kept),
      admin_graphql_api_customer_deleted_id: gid(deleted),
      status: "completed",
    },
  })),
  fc.tuple(fc.constantFrom(201, 202), second).map(([id, second]) => ({
    topic: "products/update",
    second,
    body: { id, title: `at ${second}`, updated_at: at(second).toISOString() },
  })),
);

const ABOUT = /"(?:id|customerId|admin_graphql_api_customer_deleted_id)":"?[^,"}]+/;

const subjectOf = ({ topic, second, body }: Message): string => {
  const about = ABOUT.exec(JSON.stringify(body));
  return `${topic.replace(/_.*/, "")} ${second} ${about?.[0] ?? ""}`;
};

describe("applying deliveries", () => {
  it("ends in the same mirror in whatever order they come, however often", async () => {
    const history = fc
      .uniqueArray(happening, { minLength: 2, maxLength: 18, selector: subjectOf })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
          fc.subarray([...all.keys()]),
        ),
      );
    await fc.assert(
      fc.asyncProperty(history, async ([sent, arrival, again]) => {
        const [straight, mixed] = [await createShop(), await createShop()];
        for (const [index, message] of sent.entries()) await deliver(straight, message, index);
        for (const index of [...arrival, ...again]) {
          const message = sent[index];
          if (message !== undefined) await deliver(mixed, message, index);
        }
        expect(await mirrorOf(mixed.shopId)).toEqual(await mirrorOf(straight.shopId));
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});

import fc from "fast-check";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays } from "#app/platform/time.ts";
import { addCustomers, orderRow, refundRow, type OrderRow, type RefundRow } from "./shop-rows.ts";

const CUSTOMERS = 60;
const ORDERS = 400;
/** Money of few different values, so that customers tie and thresholds are met to the penny. */
const money = fc.constantFrom(0, 1, 999, 1_000, 2_499, 5_000, 10_000, 12_345, 24_999);

const anyOrder = fc.record({
  /** Some order belongs to nobody, some to a customer whom the mirror doesn't know. */
  customerId: fc.option(fc.integer({ min: 1, max: CUSTOMERS + 2 }), { freq: 20 }),
  daysAgo: fc.oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(364, 365, 366)),
  /** Also the hours around midnight. */
  hour: fc.integer({ min: 0, max: 23 }),
  financialStatus: fc.constantFrom(
    "PAID",
    "PAID",
    "PAID",
    "PARTIALLY_REFUNDED",
    "REFUNDED",
    "PENDING",
    "VOIDED",
  ),
  test: fc.constantFrom(false, false, false, false, false, true),
  cancelled: fc.constantFrom(false, false, false, false, false, true),
  deleted: fc.constantFrom(false, false, false, false, false, false, true),
  taxesIncluded: fc.boolean(),
  goods: money,
  giftCardMinor: fc.constantFrom(0, 0, 0, 2_000),
  shippingMinor: fc.constantFrom(0, 0, 495),
  taxMinor: fc.constantFrom(0, 0, 333, 1_667),
  refunds: fc.array(
    fc.record({
      daysLater: fc.integer({ min: 0, max: 60 }),
      totalMinor: money,
      shippingMinor: fc.constantFrom(0, 0, 0, 495),
      taxMinor: fc.constantFrom(0, 0, 100),
      giftCardMinor: fc.constantFrom(0, 0, 0, 500),
    }),
    { maxLength: 2 },
  ),
});

/** Fills the shop's mirror with customers 1 to 60 (two of them deleted, two merged away) and orders of all kinds. */
export async function fillMirror(shop: Shop, seed: number): Promise<void> {
  const ids = Array.from({ length: CUSTOMERS }, (_, index) => index + 1);
  await addCustomers(shop, ids);
  const at = new Date("2026-01-01T00:00:00Z");
  await prisma.customer.updateMany({
    where: { shopId: shop.id, id: { in: [3, 4] } },
    data: { deletedAt: at },
  });
  await prisma.customer.updateMany({
    where: { shopId: shop.id, id: { in: [5, 6] } },
    data: { mergedInto: 7 },
  });
  const orders: OrderRow[] = [];
  const refunds: RefundRow[] = [];
  for (const [index, drawn] of fc.sample(anyOrder, { numRuns: ORDERS, seed }).entries()) {
    const id = index + 1;
    const day = addDays(shop.today, -drawn.daysAgo);
    const { customerId, giftCardMinor, shippingMinor, taxMinor, taxesIncluded, financialStatus, test } =
      drawn;
    const totalMinor = drawn.goods + giftCardMinor + shippingMinor + taxMinor;
    orders.push(
      orderRow(shop, 0, id, day, totalMinor, {
        customerId,
        processedAt: new Date(`${day}T${String(drawn.hour).padStart(2, "0")}:30:00Z`),
        ...{ giftCardMinor, shippingMinor, taxMinor, taxesIncluded, financialStatus, test },
        cancelledAt: drawn.cancelled ? at : null,
        deletedAt: drawn.deleted ? at : null,
      }),
    );
    for (const [number, { daysLater, ...amounts }] of drawn.refunds.entries()) {
      refunds.push(refundRow(shop, id, number + 1, addDays(day, daysLater), amounts.totalMinor, amounts));
    }
  }
  await prisma.order.createMany({ data: orders });
  await prisma.refund.createMany({ data: refunds });
}

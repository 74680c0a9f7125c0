import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { dateToDay, daysBetween } from "#app/platform/time.ts";
import { fillMirror } from "../../tests/support/random-history.ts";
import { createShop } from "../../tests/support/shop-rows.ts";
import { rebuild, refresh, rowsOf } from "../../tests/support/worked-out.ts";
import { netSpend } from "./purchase.ts";
import { readPurchases } from "./read-purchases.server.ts";
import { cutCustomers, scoreCustomers } from "./rfm/score-customers.ts";

const everyone = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1));
const living = everyone.filter((id) => id < 3n || id > 6n);

describe.each([
  { countTax: true, countShipping: true },
  { countTax: true, countShipping: false },
  { countTax: false, countShipping: true },
  { countTax: false, countShipping: false },
])("a shop that counts %o", (settings) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-03-29", settings);
    await fillMirror(shop, 42);
    await rebuild(shop);
  });

  it("has the purchases that the pure rule finds, and no others", async () => {
    const expected = [...(await readPurchases(prisma, shop, living))].flatMap(([customerId, purchases]) =>
      purchases.map((purchase) => ({
        customerId,
        orderId: purchase.orderId,
        day: purchase.day,
        grossMinor: purchase.grossMinor,
        netMinor: netSpend(purchase),
      })),
    );
    const { purchases } = await rowsOf(shop);
    const stored = purchases.map((row) => ({
      customerId: row.customerId,
      orderId: row.orderId,
      day: dateToDay(row.day),
      grossMinor: Number(row.grossMinor),
      netMinor: Number(row.grossMinor - row.refundedMinor),
    }));
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).toEqual(expected.toSorted((a, b) => Number(a.orderId - b.orderId)));
  });

  it("sums them up to one row for every living customer record", async () => {
    const { facts } = await rowsOf(shop);
    const purchases = await readPurchases(prisma, shop, living);
    expect(
      facts.map((row) => ({ ...row, netMinor: Number(row.netMinor), repeatMinor: Number(row.repeatMinor) })),
    ).toEqual(
      living.map((customerId) => {
        const own = purchases.get(customerId) ?? [];
        const days = own.map((purchase) => purchase.day).toSorted();
        const different = [...new Set(days)];
        const previous = different.at(-2);
        return {
          shopId: shop.id,
          customerId,
          frequency: own.length,
          netMinor: own.reduce((sum, purchase) => sum + netSpend(purchase), 0),
          firstDay: days[0] === undefined ? null : new Date(days[0]),
          lastDay: days[0] === undefined ? null : new Date(days.at(-1) ?? ""),
          previousDay: previous === undefined ? null : new Date(previous),
          purchaseDays: different.length,
          repeatMinor: own
            .filter((purchase) => purchase.day !== days[0])
            .reduce((sum, purchase) => sum + netSpend(purchase), 0),
        };
      }),
    );
  });

  it("scores and groups as the pure rule does", async () => {
    const { facts, scores } = await rowsOf(shop);
    const figures = facts.flatMap(({ customerId, lastDay, frequency, netMinor }) =>
      lastDay === null
        ? []
        : [
            {
              id: customerId.toString(),
              recencyDays: daysBetween(dateToDay(lastDay), shop.today),
              frequency,
              netMinor: Number(netMinor),
            },
          ],
    );
    const fifths = cutCustomers(figures, "quantile", 5);
    expect(scores).toEqual(
      scoreCustomers(figures, fifths, fifths).map(({ figures: { id }, scores: own, groups }) => ({
        shopId: shop.id,
        customerId: BigInt(id),
        ...own,
        group: groups.shopify,
        rfGroup: groups.rf,
        valueGroup: groups.value,
        ownRecency: null,
        ownFrequency: null,
        ownMonetary: null,
      })),
    );
    expect(new Set(scores.map((row) => row.valueGroup)).size).toBeGreaterThan(4);
  });

  it("is the same after each customer was refreshed alone", async () => {
    const before = await rowsOf(shop);
    await prisma.purchase.deleteMany({ where: { shopId: shop.id, customerId: { lt: 30 } } });
    await prisma.facts.updateMany({ where: { shopId: shop.id }, data: { frequency: 77 } });
    await prisma.score.deleteMany({ where: { shopId: shop.id, customerId: { gt: 30 } } });
    for (const id of everyone) await refresh(shop, Number(id));
    expect(await rowsOf(shop)).toEqual(before);
  });
});

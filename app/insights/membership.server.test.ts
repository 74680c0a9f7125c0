import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { addCustomers, createShop, orderRow } from "../../tests/support/shop-rows.ts";
import { membershipPage } from "./membership.server.ts";
import { makeReports } from "./reports/make-reports.server.ts";
import { membershipReport } from "./reports/membership-report.server.ts";

const ladder = (gold: number) => defaultDefinition([2_000, gold, 20_000], "en");

it("looks at a small shop's customers, and tells of a large one what was kept for the ladder on the page", async () => {
  const shop = await createShop("2026-06-30");
  await addCustomers(shop, [1, 2, 3]);
  await prisma.order.createMany({
    data: [orderRow(shop, 1, 11, "2026-06-01", 9_000), orderRow(shop, 2, 21, "2026-06-03", 500)],
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  await saveDraft(prisma, shop.id, ladder(10_000));
  await makeReports(shop.id, [membershipReport]);
  await addCustomers(shop, [4]);
  const counts = async (large: number) => {
    const { preview, asOf } = await membershipPage(shop, large);
    return { customers: preview.tiers.map((tier) => tier.customers), kept: asOf !== null };
  };
  expect(await counts(4)).toEqual({ customers: [3, 1, 0, 0], kept: false });
  expect(await counts(3)).toEqual({ customers: [2, 1, 0, 0], kept: true });
  await saveDraft(prisma, shop.id, ladder(8_000));
  expect(await counts(3)).toEqual({ customers: [3, 0, 1, 0], kept: false });
});

import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { rebuildStandings } from "#app/membership/rebuild-standings.server.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { addCustomers, createShop, orderRow } from "../../tests/support/shop-rows.ts";
import { makeReports } from "./reports/make-reports.server.ts";
import { homeReport } from "./reports/home-report.server.ts";
import { homeFigures } from "./home-figures.server.ts";

it("counts a small shop at each look, and of a large one tells what was kept", async () => {
  const shop = await createShop("2026-06-30");
  await addCustomers(shop, [1, 2, 3]);
  await prisma.order.createMany({
    data: [
      orderRow(shop, 1, 11, "2026-06-01", 3_000),
      orderRow(shop, 1, 12, "2026-06-02", 4_000),
      orderRow(shop, 2, 21, "2026-06-03", 500),
    ],
  });
  await prisma.$transaction(async (db) => {
    await saveDraft(db, shop.id, defaultDefinition([2_000, 10_000, 20_000], "en"));
    await publishPolicy(db, shop.id);
    await rebuildFacts(db, shop);
    await rebuildStandings(db, shop, { kind: "import" });
  });
  await makeReports(shop.id, [homeReport]);
  const figures = {
    ...{ customers: 3, members: 1, windowMinor: 7_500, membersMinor: 7_000, buyers: 2, repeatBuyers: 1 },
    kept: { customers: 3, orders: 3, products: 0 },
  };
  expect(await homeFigures(shop)).toMatchObject({ ...figures, asOf: null });

  await addCustomers(shop, [4]);
  const { asOf, kept } = await homeFigures(shop, 3);
  expect({ asOf: typeof asOf, kept }).toEqual({ asOf: "string", kept: figures.kept });
  expect(await homeFigures(shop, 4)).toMatchObject({ kept: { ...figures.kept, customers: 4 }, asOf: null });
});

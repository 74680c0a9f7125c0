import { prisma } from "#app/db.server.ts";
import { followCustomers } from "#app/changes/follow-customers.server.ts";
import { requestReports } from "#app/insights/reports/request-reports.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";
import { refreshStandings } from "#app/membership/refresh-standings.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId } from "#app/platform/ids.ts";
import { refreshPredictions } from "#app/value/clv/refresh-predictions.server.ts";
import { refreshStages } from "#app/value/lifecycle/refresh-stages.server.ts";
import type { TouchedOrder } from "#app/value/purchase-change.ts";
import { refreshFacts } from "#app/value/refresh-facts.server.ts";
import { refreshReplenishment } from "#app/value/replenishment/refresh-replenishment.server.ts";
import { noteTouched } from "#app/value/touched.server.ts";

/** Facts, what follows from them, standings and changes go together: a retry finds the causes of moves again. */
export async function customersRefresh(payload: JobPayload<"customers.refresh">): Promise<void> {
  const customerIds = payload.customerIds.map(toCustomerId);
  await prisma.$transaction(
    async (db) => {
      const shop = await readShop(db, payload.shopId);
      const changes = await refreshFacts(db, shop, customerIds, payload.orders?.map(toTouched));
      await noteTouched(db, shop.id, customerIds);
      await refreshPredictions(db, shop, customerIds);
      await refreshStages(db, shop, customerIds);
      await refreshReplenishment(db, shop, customerIds);
      await refreshStandings(db, shop, customerIds, changes);
      await followCustomers(db, shop, customerIds);
      await requestReports(db, shop.id);
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

function toTouched(order: { orderId: string; customerId: string }): TouchedOrder {
  return { orderId: toOrderId(order.orderId), customerId: toCustomerId(order.customerId) };
}

import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { buyers } from "./buyers.server.ts";
import { classOf } from "./clv-class.ts";
import { currentClvModel } from "./current-clv-model.server.ts";
import { predictInOrder } from "./predict-in-order.ts";

type Row = {
  customer_id: bigint;
  repeats: number;
  recency_days: number;
  age_days: number;
  repeat_minor: number;
};

/**
 * What the stored model says of a few customers now, with the classes as they were last cut; those without a
 * purchase have no prediction. To be called in a transaction, after their facts were refreshed.
 */
export async function refreshPredictions(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<void> {
  const model = await currentClvModel(db, shop.id);
  const { forecaster, limits } = model ?? { forecaster: null, limits: null };
  if (forecaster === null || limits === null) return;
  const predict = predictInOrder(forecaster, shop);
  const rows = await db.$queryRaw<Row[]>`${buyers(shop, customerIds)}`;
  await db.prediction.deleteMany({ where: { shopId: shop.id, customerId: { in: [...customerIds] } } });
  await db.prediction.createMany({
    data: rows.map((row) => {
      const { spendMinor, valueMinor, lowMinor, highMinor, ...visits } = predict({
        repeats: row.repeats,
        recencyDays: row.recency_days,
        ageDays: row.age_days,
        repeatMinor: row.repeat_minor,
      });
      return {
        ...{ shopId: shop.id, customerId: row.customer_id, ...visits },
        ...{ spendMinor, valueMinor, lowMinor, highMinor },
        clvClass: classOf(limits, valueMinor),
      };
    }),
  });
}

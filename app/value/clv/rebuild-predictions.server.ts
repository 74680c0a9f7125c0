import type { PoolClient } from "pg";
import { pool, prisma, type Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { copyIn } from "#app/platform/copy-in.server.ts";
import { copyRow } from "#app/platform/copy-text.ts";
import { eachBatch } from "#app/platform/each-batch.server.ts";
import { classLimits } from "./clv-class.ts";
import { currentClvModel, type Forecaster } from "./current-clv-model.server.ts";
import { predictInOrder } from "./predict-in-order.ts";
import { lockTouched, isUntouched } from "../touched.server.ts";
import { shopLock } from "../lock-shop.server.ts";
import { buyers } from "./buyers.server.ts";
import { refreshPredictions } from "./refresh-predictions.server.ts";

/** What the shop's model says of every customer with a purchase, as of the shop's day; and their classes by it. */
export async function rebuildPredictions(shop: Shop): Promise<void> {
  const model = await currentClvModel(prisma, shop.id);
  const forecaster = model?.forecaster ?? null;
  if (model === null || forecaster === null) {
    await prisma.prediction.deleteMany({ where: { shopId: shop.id } });
    return;
  }
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await writeAll(client, shop, model.id, forecaster);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  await prisma.$transaction((db) => redoTouched(db, shop), { maxWait: 10_000, timeout: 600_000 });
}

/** Whoever was touched meanwhile has what they were predicted with then: perhaps by an older model. */
async function redoTouched(db: Db, shop: Shop): Promise<void> {
  const touched = await lockTouched(db, shop.id);
  if (touched.length > 0) await refreshPredictions(db, await readShop(db, shop.id), touched);
}

async function writeAll(
  client: PoolClient,
  shop: Shop,
  modelId: number,
  forecaster: Forecaster,
): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE stage_prediction (customer_id bigint, alive float8, purchases float8, spend_minor bigint,
      value_minor bigint, low_minor bigint, high_minor bigint) ON COMMIT DROP`);
  const values: number[] = [];
  const predict = predictInOrder(forecaster, shop);
  const sorted = Prisma.sql`${buyers(shop, "all")} ORDER BY repeats, recency_days, age_days`;
  for await (const rows of eachBatch(client, sorted)) {
    let text = "";
    for (const [id, repeats, recencyDays, ageDays, repeatMinor] of rows) {
      const each = predict({
        repeats: Number(repeats),
        recencyDays: Number(recencyDays),
        ageDays: Number(ageDays),
        repeatMinor: Number(repeatMinor),
      });
      values.push(each.valueMinor);
      const money = [each.spendMinor, each.valueMinor, each.lowMinor, each.highMinor];
      text += copyRow([String(id), each.alive, each.purchases, ...money]);
    }
    await copyIn(client, "pg_temp.stage_prediction", text);
  }
  const { highMinor, middleMinor } = classLimits(values);
  const untouched = isUntouched(shop.id, Prisma.sql`customer_id`);
  await client.query(shopLock(shop.id));
  await client.query(Prisma.sql`DELETE FROM prediction WHERE shop_id = ${shop.id} ${untouched}`);
  await client.query(Prisma.sql`
    INSERT INTO prediction (shop_id, customer_id, alive, purchases, spend_minor, value_minor, low_minor, high_minor,
      clv_class)
    SELECT ${shop.id}::int, customer_id, alive, purchases, spend_minor, value_minor, low_minor, high_minor,
      CASE WHEN value_minor >= ${highMinor}::bigint THEN 'high' WHEN value_minor >= ${middleMinor}::bigint THEN 'middle'
        ELSE 'low' END
    FROM stage_prediction WHERE true ${untouched}`);
  await client.query(
    `UPDATE clv_model SET high_minor = $3, middle_minor = $4 WHERE shop_id = $1 AND id = $2`,
    [...[shop.id, modelId], ...[highMinor, middleMinor]],
  );
}

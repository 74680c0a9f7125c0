import type { PoolClient } from "pg";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { currencyDigits } from "#app/platform/money.ts";
import { dayToDate, toDay, type Day } from "#app/platform/time.ts";
import { inReading } from "./in-reading.server.ts";
import { canLearnFrom, modelShop, testTime, type ShopHistory } from "./model-shop.ts";
import { readHistories } from "./read-histories.server.ts";
import { readTestHistories } from "./read-test-histories.server.ts";

const startSchema = z.tuple([
  z.object({ first: z.string().transform(toDay).nullable(), net: z.coerce.number() }),
]);
const repeatsSchema = z.array(z.tuple([z.number(), z.coerce.number()]));

/** Chooses and fits a lifetime-value model to all that the shop's customers did, and keeps it with its report. */
export async function fitClvModel(shop: Shop): Promise<void> {
  const history = await inReading((client) => readShopHistory(client, shop));
  const { model, parameters, report } = modelShop(history);
  const { countTax, countShipping } = shop.settings;
  await prisma.clvModel.create({
    data: {
      ...{ shopId: shop.id, day: dayToDate(shop.today), model, parameters, report },
      spendRule: { countTax, countShipping },
    },
  });
}

async function readShopHistory(client: PoolClient, shop: Shop): Promise<ShopHistory> {
  const { rows } = await client.query<unknown[]>(
    `SELECT min(first_day)::text AS first, coalesce(sum(net_minor), 0)::float8 AS net FROM facts WHERE shop_id = $1`,
    [shop.id],
  );
  const [{ first, net }] = startSchema.parse(rows);
  const firstDay = first ?? shop.today;
  const test = await readTest(client, shop, firstDay);
  return {
    today: shop.today,
    firstDay,
    unit: 10 ** currencyDigits(shop.currency),
    all: await readHistories(client, shop),
    test,
    repeats: await readRepeats(client, shop, test?.time.learnedTo ?? shop.today),
    netMinor: net,
  };
}

async function readTest(client: PoolClient, shop: Shop, firstDay: Day): Promise<ShopHistory["test"]> {
  const time = testTime(firstDay, shop.today);
  if (time === null) return null;
  const histories = await readTestHistories(client, shop, time);
  return canLearnFrom(histories) ? { time, histories } : null;
}

/** By days after today: how many of the customers who had bought by a day bought again. */
async function readRepeats(client: PoolClient, shop: Shop, knownBy: Day): Promise<Map<number, number>> {
  const { rows } = await client.query<unknown[]>({
    text: `
      SELECT bought.day - $3::date, count(*)
      FROM (SELECT DISTINCT customer_id, day FROM purchase WHERE shop_id = $1 AND day < $3::date) bought
      JOIN facts ON facts.shop_id = $1 AND facts.customer_id = bought.customer_id
      WHERE bought.day > facts.first_day AND facts.first_day <= $2::date
      GROUP BY bought.day`,
    values: [shop.id, knownBy, shop.today],
    rowMode: "array",
  });
  return new Map(repeatsSchema.parse(rows));
}

import type { PoolClient } from "pg";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { currencyDigits } from "#app/platform/money.ts";
import { dayToDate, toDay, type Day } from "#app/platform/time.ts";
import { inReading } from "./in-reading.server.ts";
import type { Histories } from "./histories.ts";
import { chooseTested, chooseUntested, modelShop, testTime, thinShop, type Choice } from "./model-shop.ts";
import { readHistories } from "./read-histories.server.ts";
import { readTestHistories } from "./read-test-histories.server.ts";

const startSchema = z.tuple([
  z.object({ first: z.string().transform(toDay).nullable(), net: z.coerce.number() }),
]);
const repeatsSchema = z.array(z.tuple([z.number(), z.coerce.number()]));

/**
 * Chooses and fits a lifetime-value model to all that the shop's customers did, and keeps it with its report. The
 * test's histories are done with before all are read: of a large shop only one of them is held at a time.
 */
export async function fitClvModel(shop: Shop): Promise<void> {
  const unit = 10 ** currencyDigits(shop.currency);
  const start = await inReading((client) => readStart(client, shop));
  const tested = await chooseByHistory(shop, start.firstDay, unit);
  const all = await inReading((client) => readHistories(client, shop));
  const history = { ...start, unit, all };
  const { model, parameters, report } =
    thinShop(history) ?? modelShop(history, tested ?? (await chooseWithoutTest(shop, all)));
  const { countTax, countShipping } = shop.settings;
  await prisma.clvModel.create({
    data: {
      ...{ shopId: shop.id, day: dayToDate(shop.today), model, parameters, report },
      spendRule: { countTax, countShipping },
    },
  });
}

async function readStart(client: PoolClient, shop: Shop): Promise<{ firstDay: Day; netMinor: number }> {
  const { rows } = await client.query<unknown[]>(
    `SELECT min(first_day)::text AS first, coalesce(sum(net_minor), 0)::float8 AS net FROM facts WHERE shop_id = $1`,
    [shop.id],
  );
  const [{ first, net }] = startSchema.parse(rows);
  return { firstDay: first ?? shop.today, netMinor: net };
}

async function chooseByHistory(shop: Shop, firstDay: Day, unit: number): Promise<Choice | null> {
  const time = testTime(firstDay, shop.today);
  if (time === null) return null;
  const { histories, repeats } = await inReading(async (client) => ({
    histories: await readTestHistories(client, shop, time),
    repeats: await readRepeats(client, shop, time.learnedTo),
  }));
  return chooseTested(histories, time, repeats, unit);
}

async function chooseWithoutTest(shop: Shop, all: Histories): Promise<Choice> {
  const repeats = await inReading((client) => readRepeats(client, shop, shop.today));
  return chooseUntested(all, shop.today, repeats);
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

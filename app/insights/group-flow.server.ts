import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Day } from "#app/platform/time.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { balancesOf } from "./group-flow.ts";

const group = z.enum(RFM_GROUPS);
export const flowSchema = z.object({
  from: z.string(),
  to: z.string(),
  flows: z.array(z.object({ from: group, to: group, customers: z.number() })),
  balances: z.array(
    z.object({
      group,
      before: z.number(),
      came: z.number(),
      left: z.number(),
      after: z.number(),
    }),
  ),
});

export type FlowFigures = z.infer<typeof flowSchema>;

const rowsSchema = z.array(
  z.object({ kind: z.enum(["flow", "later", "now"]), from: group, to: group, customers: z.number() }),
);

/** Who was in which group at the end of one day and in another at the end of a later one. */
export async function groupFlow(db: Db, shop: Shop, from: Day, to: Day): Promise<FlowFigures> {
  const rows = rowsSchema.parse(
    await db.$queryRaw`
      SELECT 'flow' AS kind, "from", "to", count(*)::int AS customers
      FROM (
        SELECT (array_agg(from_group ORDER BY day))[1] AS "from", (array_agg(to_group ORDER BY day DESC))[1] AS "to"
        FROM group_move WHERE shop_id = ${shop.id} AND day > ${from}::date AND day <= ${to}::date
        GROUP BY customer_id
      ) moved
      WHERE "from" <> "to" GROUP BY "from", "to"
      UNION ALL
      SELECT 'later', from_group, to_group, count(*)::int
      FROM group_move WHERE shop_id = ${shop.id} AND day > ${to}::date GROUP BY from_group, to_group
      UNION ALL
      SELECT 'now', "group", "group", count(*)::int FROM score WHERE shop_id = ${shop.id} GROUP BY "group"
      UNION ALL
      SELECT 'now', 'prospects', 'prospects', count(*)::int FROM facts WHERE shop_id = ${shop.id} AND frequency = 0`,
  );
  const of = (wanted: "flow" | "later" | "now") =>
    rows.filter(({ kind }) => kind === wanted).map(({ kind, ...flow }) => flow);
  const sizes = new Map(of("now").map((row) => [row.to, row.customers]));
  const flows = of("flow").toSorted((a, b) => b.customers - a.customers);
  return { from, to, flows, balances: balancesOf(sizes, flows, of("later")) };
}

import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { rankOf, tierRows } from "./fresh-standings.server.ts";
import type { Definition } from "./policy.ts";
import { windowedSpend } from "./windowed-spend.server.ts";

const BINS = 40;

export const previewSchema = z.object({
  /** By rank: who would be in the tier; of them, who would come from below and from above. */
  tiers: z.array(z.object({ key: z.string(), customers: z.int(), rises: z.int(), falls: z.int() })),
  /** Buyers by window spend in bins of equal width, minor units; the last one has no upper end. */
  bins: z.array(z.object({ fromMinor: z.int(), customers: z.int() })),
});

export type LadderPreview = z.infer<typeof previewSchema>;

/** What a ladder would do to the shop's customers today, against the standings they have: one statement. */
export async function previewLadder(db: Db, shop: Shop, definition: Definition): Promise<LadderPreview> {
  const [row] = await db.$queryRaw<{ preview: unknown }[]>`
    WITH tier AS (${tierRows(definition)}),
    spent AS MATERIALIZED (
      SELECT coalesce(w.spend, 0) AS spend, s.rank AS rank_now,
        ${rankOf(definition, Prisma.sql`coalesce(w.spend, 0)`)} AS rank
      FROM customer c
      LEFT JOIN (
        SELECT customer_id, sum(net)::bigint AS spend
        FROM (${windowedSpend(shop, definition.window, "all")}) net GROUP BY customer_id
      ) w ON w.customer_id = c.id
      LEFT JOIN standing s ON s.shop_id = c.shop_id AND s.customer_id = c.id
      WHERE c.shop_id = ${shop.id} AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ),
    counted AS (
      SELECT tier.rank, tier.key, count(spent.spend) AS customers,
        count(*) FILTER (WHERE rank_now < tier.rank) AS rises, count(*) FILTER (WHERE rank_now > tier.rank) AS falls
      FROM tier LEFT JOIN spent USING (rank)
      GROUP BY tier.rank, tier.key
    ),
    ${binned()}
    SELECT json_build_object(
      'tiers', (SELECT json_agg(json_build_object('key', key, 'customers', customers, 'rises', rises, 'falls', falls)
        ORDER BY rank) FROM counted),
      'bins', (SELECT json_agg(json_build_object('fromMinor', bin * width, 'customers', customers)
        ORDER BY bin) FROM binned)
    ) AS preview`;
  return previewSchema.parse(row?.preview);
}

/** Bins reach to the highest threshold or to what all but 2 % of the buyers spend, whichever is more. */
function binned(): Prisma.Sql {
  return Prisma.sql`
    bin AS (
      SELECT greatest(1, ceil(greatest(
        percentile_disc(0.98) WITHIN GROUP (ORDER BY spend), (SELECT max(enter) FROM tier)
      ) / ${BINS - 1}::numeric))::bigint AS width
      FROM spent WHERE spend > 0
    ),
    filled AS (
      SELECT least(spend / width, ${BINS - 1}::int) AS place, count(*) AS customers
      FROM spent CROSS JOIN bin WHERE spend > 0 GROUP BY 1
    ),
    binned AS (
      SELECT place AS bin, width, coalesce(customers, 0) AS customers
      FROM bin CROSS JOIN generate_series(0, ${BINS - 1}::int) AS place LEFT JOIN filled USING (place)
    )`;
}

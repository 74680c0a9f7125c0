import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { defaultDefinition } from "./default-definition.ts";
import type { Definition } from "./policy.ts";
import { proposeThresholds, TARGET_SHARES, type ThresholdProposal } from "./propose-thresholds.ts";
import { windowedSpend } from "./windowed-spend.server.ts";

/** The ladder that fits the shop's own buyers, and what each threshold comes from. */
export async function proposeLadder(
  db: Db,
  shop: Shop,
): Promise<{ definition: Definition; thresholds: ThresholdProposal[] }> {
  const { window } = defaultDefinition([], shop.locale);
  const fractions = TARGET_SHARES.map((share) => 1 - share);
  const [row] = await db.$queryRaw<{ spends: bigint[] | null }[]>`
    SELECT percentile_disc(${fractions}::float8[]) WITHIN GROUP (ORDER BY spend) AS spends
    FROM (SELECT customer_id, sum(net)::bigint AS spend FROM (${windowedSpend(shop, window, "all")}) w GROUP BY 1) s
    WHERE spend > 0`;
  const thresholds = proposeThresholds((row?.spends ?? []).map(Number), shop.currency);
  const enters = thresholds.map((threshold) => threshold.enterMinor);
  return { definition: defaultDefinition(enters, shop.locale), thresholds };
}

import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { dateToDay, type Day } from "#app/platform/time.ts";
import { readPurchases } from "#app/value/read-purchases.server.ts";
import { causeSchema, type Cause } from "./cause.ts";
import { currentPolicy, type Policy } from "./current-policy.server.ts";
import { standingOf, type Standing } from "./standing.ts";

export type TierMove = {
  day: Day;
  /** Keys of the ladder that was in force; null: the first standing. */
  fromTier: string | null;
  toTier: string;
  policyVersion: number;
  cause: Cause;
};

/**
 * One customer's standing with everything that explains it, and her moves, the latest first. Null where no
 * policy is in force or she has no standing.
 */
export async function customerStanding(
  db: Db,
  shop: Shop,
  customerId: CustomerId,
): Promise<{ policy: Policy; standing: Standing; moves: TierMove[] } | null> {
  const where = { shopId: shop.id, customerId };
  const [policy, stored, moves] = await Promise.all([
    currentPolicy(db, shop.id),
    db.standing.findUnique({ where: { shopId_customerId: where } }),
    db.tierMove.findMany({ where, orderBy: { id: "desc" }, take: 50 }),
  ]);
  if (policy === null || stored === null) return null;
  const purchases = await readPurchases(db, shop, [customerId]);
  const standing = standingOf(policy.definition, purchases.get(customerId) ?? [], shop.today, {
    kind: "standing",
    tierKey: stored.tier,
    since: dateToDay(stored.since),
  });
  return { policy, standing, moves: moves.map(toMove) };
}

function toMove(row: {
  day: Date;
  fromTier: string | null;
  toTier: string;
  policyVersion: number;
  cause: unknown;
}): TierMove {
  const { fromTier, toTier, policyVersion } = row;
  return { day: dateToDay(row.day), fromTier, toTier, policyVersion, cause: causeSchema.parse(row.cause) };
}

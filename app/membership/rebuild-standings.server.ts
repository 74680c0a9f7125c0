import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { lockShop } from "#app/value/lock-shop.server.ts";
import { causeSchema, type Cause } from "./cause.ts";
import { currentPolicy } from "./current-policy.server.ts";
import { dropStandings } from "./drop-standings.server.ts";
import { writeStandings } from "./write-standings.server.ts";

/**
 * Everybody's standing by the policy in force, in one statement; each move is noted with the one cause.
 * Does nothing where no policy is in force. To be called in a transaction.
 */
export async function rebuildStandings(db: Db, shop: Shop, cause: Cause): Promise<void> {
  const policy = await currentPolicy(db, shop.id);
  if (policy === null) return;
  await lockShop(db, shop.id);
  await dropStandings(db, shop, "all");
  await db.$executeRaw`
    ${writeStandings(shop, policy, "all")}
    INSERT INTO tier_move (shop_id, customer_id, day, from_tier, to_tier, policy_version, cause)
    SELECT ${shop.id}, customer_id, ${shop.today}::date, from_tier, to_tier, ${policy.version},
      ${JSON.stringify(causeSchema.parse(cause))}::jsonb
    FROM moved`;
}

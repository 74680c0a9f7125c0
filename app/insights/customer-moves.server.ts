import { prisma } from "#app/db.server.ts";
import type { Cause } from "#app/membership/cause.ts";
import type { Policy } from "#app/membership/current-policy.server.ts";
import type { TierMove } from "#app/membership/customer-standing.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { directionOf, type Direction } from "./move-direction.ts";

/** A rise or fall as a page shows it: names of tiers and orders in place of their keys and numbers. */
export type MoveRow = {
  day: string;
  direction: Direction;
  from: string | null;
  to: string;
  kind: Cause["kind"];
  /** Names of the orders that caused it, as far as they are known. */
  orders: string[];
  /** By how much the spend changed, where an order caused it. */
  minor: number | null;
};

/** A customer's moves, the latest first. */
export async function customerMoves(
  shop: Shop,
  { policy, moves }: { policy: Policy; moves: readonly TierMove[] },
): Promise<MoveRow[]> {
  const { tiers } = policy.definition;
  const ladder = tiers.map(({ key }) => key);
  const tierName = (key: string): string => tiers.find((tier) => tier.key === key)?.name ?? key;
  const orders = await prisma.order.findMany({
    where: { shopId: shop.id, id: { in: moves.flatMap(({ cause }) => orderIdsOf(cause)).map(BigInt) } },
    select: { id: true, name: true },
  });
  const orderNames = new Map(orders.map(({ id, name }) => [id.toString(), name]));
  return moves.map(({ day, fromTier, toTier, cause }) => ({
    day,
    direction: directionOf(ladder, fromTier, toTier),
    from: fromTier === null ? null : tierName(fromTier),
    to: tierName(toTier),
    kind: cause.kind,
    orders: orderIdsOf(cause).flatMap((id) => orderNames.get(id) ?? []),
    minor: "minor" in cause ? cause.minor : null,
  }));
}

function orderIdsOf(cause: Cause): string[] {
  if ("orderIds" in cause) return cause.orderIds;
  return "orderId" in cause ? [cause.orderId] : [];
}

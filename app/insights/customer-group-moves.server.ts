import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { dateToDay } from "#app/platform/time.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";

/** On which day a customer came from which RFM group into which. */
export type GroupMove = { day: string; from: RfmGroup; to: RfmGroup };

/** A customer's moves between groups as far as they are known, the latest first. */
export async function customerGroupMoves(shop: Shop, customerId: CustomerId): Promise<GroupMove[]> {
  const moves = await prisma.groupMove.findMany({
    where: { shopId: shop.id, customerId },
    orderBy: { day: "desc" },
  });
  return moves.flatMap(({ day, fromGroup, toGroup }) => {
    const [from, to] = [groupOf(fromGroup), groupOf(toGroup)];
    return from === undefined || to === undefined ? [] : [{ day: dateToDay(day), from, to }];
  });
}

function groupOf(text: string): RfmGroup | undefined {
  return RFM_GROUPS.find((group) => group === text);
}

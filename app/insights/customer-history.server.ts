import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { dateToDay } from "#app/platform/time.ts";
import { STAGES, type Stage } from "#app/value/lifecycle/stages.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";

/** From which RFM group to which, and the last change of lifecycle stage, as far as it was seen. */
export type CustomerHistory = {
  groupMoves: { day: string; from: RfmGroup; to: RfmGroup }[];
  stage: { day: string; from: Stage | null; to: Stage } | null;
};

export async function customerHistory(shop: Shop, customerId: CustomerId): Promise<CustomerHistory> {
  const where = { shopId: shop.id, customerId };
  const [moves, row] = await Promise.all([
    prisma.groupMove.findMany({ where, orderBy: { day: "desc" } }),
    prisma.customerStage.findUnique({ where: { shopId_customerId: where } }),
  ]);
  const stageOf = (text: string | undefined | null) => STAGES.find((stage) => stage === text) ?? null;
  const stage = stageOf(row?.stage);
  return {
    groupMoves: moves.flatMap(({ day, fromGroup, toGroup }) => {
      const [from, to] = [groupOf(fromGroup), groupOf(toGroup)];
      return from === undefined || to === undefined ? [] : [{ day: dateToDay(day), from, to }];
    }),
    stage:
      row === null || stage === null
        ? null
        : { day: dateToDay(row.since), from: stageOf(row.previous), to: stage },
  };
}

function groupOf(text: string): RfmGroup | undefined {
  return RFM_GROUPS.find((group) => group === text);
}

import { followNewScores } from "#app/changes/follow-groups.server.ts";
import { prisma } from "#app/db.server.ts";
import { requestReports } from "#app/insights/reports/request-reports.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";

export async function scoresRefresh({ shopId }: JobPayload<"scores.refresh">): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      const shop = await readShop(db, shopId);
      await rebuildScores(db, shop);
      await followNewScores(db, shop);
      await requestReports(db, shopId);
    },
    { maxWait: 10_000, timeout: 3_600_000 },
  );
}

import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Made, Report } from "./report.ts";

/** A report as it was last made. Where it never was, or in another form, it is asked for, and null returned. */
export async function readReport<Data>(shop: Shop, report: Report<Data>): Promise<Made<Data> | null> {
  const row = await prisma.report.findUnique({
    where: { shopId_kind: { shopId: shop.id, kind: report.kind } },
  });
  const parsed = report.schema.safeParse(row?.data);
  if (row === null || !parsed.success) {
    await enqueue(prisma, "reports.make", { shopId: shop.id });
    return null;
  }
  return { madeAt: row.madeAt.toISOString(), data: parsed.data };
}

import { makeReports } from "#app/insights/reports/make-reports.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";

export async function reportsMake({ shopId }: JobPayload<"reports.make">): Promise<void> {
  await makeReports(shopId);
}

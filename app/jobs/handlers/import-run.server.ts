import type { JobPayload } from "#app/jobs/catalogue.ts";
import { runImport } from "#app/mirror/run-import.server.ts";

export async function importRun({ shopId, importId }: JobPayload<"import.run">): Promise<void> {
  await runImport(shopId, importId);
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/admin-request.server.ts";
import { prisma } from "#app/db.server.ts";
import { checkDefinition } from "#app/membership/policy.ts";
import { previewLadder } from "#app/membership/preview-ladder.server.ts";

/** Counts for a ladder that is being typed; changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const checked = checkDefinition(await request.json());
  return adminRequest(request, async ({ shop }) =>
    checked.ok
      ? { definition: checked.value, preview: await previewLadder(prisma, shop, checked.value) }
      : null,
  );
}

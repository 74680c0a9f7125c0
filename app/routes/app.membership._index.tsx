import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { z } from "zod";
import { adminRequest } from "#app/admin-request.server.ts";
import { requestPlan } from "#app/changes/request-plan.server.ts";
import { prisma } from "#app/db.server.ts";
import { membershipPage } from "#app/insights/membership.server.ts";
import { discardDraft } from "#app/membership/discard-draft.server.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { MembershipView } from "#app/ui/membership/membership-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => membershipPage(shop));
}

const formSchema = z.object({
  intent: z.enum(["save", "publish", "discard"]),
  definition: z.unknown().optional(),
});

export async function action({ request }: ActionFunctionArgs) {
  const { intent, definition } = formSchema.parse(await request.json());
  return adminRequest(request, async ({ shop }) => {
    switch (intent) {
      case "save":
        return saveDraft(prisma, shop.id, definition);
      case "publish":
        return publish(shop.id, definition);
      case "discard":
        return discardDraft(prisma, shop.id);
    }
  });
}

/** Publishes the ladder that the merchant saw, whatever became of the draft since, and leads to its changes. */
async function publish(shopId: ShopId, definition: unknown) {
  const saved = await prisma.$transaction(async (db) => {
    const draft = await saveDraft(db, shopId, definition);
    if (draft.ok) await publishPolicy(db, shopId);
    return draft;
  });
  if (!saved.ok) return saved;
  return redirect(`/app/changes/${await requestPlan(shopId, { kind: "everything" })}`);
}

/** Counts while typing change nothing on the page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction?.startsWith("/app/membership/preview") === true ? false : defaultShouldRevalidate;

export default function Membership() {
  return <MembershipView page={useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

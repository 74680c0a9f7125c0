import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { adminRequest } from "#app/admin-request.server.ts";
import { approvePlan } from "#app/changes/approve-plan.server.ts";
import { cancelPlan } from "#app/changes/cancel-plan.server.ts";
import { pausePlan } from "#app/changes/pause-plan.server.ts";
import { requestPlan } from "#app/changes/request-plan.server.ts";
import { retryPlan } from "#app/changes/retry-plan.server.ts";
import { planFilterSchema, planPage } from "#app/insights/plan.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { PlanView } from "#app/ui/changes/plan-view.tsx";

const paramsSchema = z.object({ planId: z.coerce.number().int().positive() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { planId } = paramsSchema.parse(params);
  const filter = planFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return adminRequest(request, ({ shop, client }) => planPage(client, shop.id, planId, filter));
}

const formSchema = z.object({ intent: z.enum(["approve", "cancel", "pause", "undo", "retry"]) });

export async function action({ request, params }: ActionFunctionArgs) {
  const { planId } = paramsSchema.parse(params);
  const { intent } = formSchema.parse(Object.fromEntries(await request.formData()));
  return adminRequest(request, ({ shop }) => act(shop.id, planId, intent));
}

async function act(shopId: ShopId, planId: number, intent: z.infer<typeof formSchema>["intent"]) {
  switch (intent) {
    case "approve":
      await approvePlan(shopId, planId);
      return null;
    case "cancel":
      await cancelPlan(shopId, planId);
      return null;
    case "pause":
      await pausePlan(shopId, planId);
      return null;
    case "retry":
      await retryPlan(shopId, planId);
      return null;
    case "undo":
      return redirect(`/app/changes/${await requestPlan(shopId, { kind: "undo", planId })}`);
  }
}

export default function Plan() {
  return <PlanView {...useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

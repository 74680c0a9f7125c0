import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { adminRequest } from "#app/admin-request.server.ts";
import { requestPlan } from "#app/changes/request-plan.server.ts";
import { plansPage } from "#app/insights/plans.server.ts";
import { PlansView } from "#app/ui/changes/plans-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => plansPage(shop.id));
}

const formSchema = z.object({ intent: z.enum(["build", "remove"]) });

export async function action({ request }: ActionFunctionArgs) {
  return adminRequest(request, async ({ shop }) => {
    const { intent } = formSchema.parse(Object.fromEntries(await request.formData()));
    const planId = await requestPlan(
      shop.id,
      intent === "remove" ? { kind: "removal" } : { kind: "everything" },
    );
    return redirect(`/app/changes/${planId}`);
  });
}

export default function Changes() {
  return <PlansView {...useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

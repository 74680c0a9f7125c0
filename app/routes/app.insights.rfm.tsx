import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { adminRequest } from "#app/admin-request.server.ts";
import { requestGroupSegment } from "#app/changes/request-group-segment.server.ts";
import { rfmPage } from "#app/insights/rfm.server.ts";
import { RfmView } from "#app/ui/insights/rfm-view.tsx";
import { GROUP_KEYS } from "#app/value/rfm/group-key.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => rfmPage(shop));
}

const formSchema = z.object({ group: z.enum(GROUP_KEYS), intent: z.enum(["make", "end"]) });

export async function action({ request }: ActionFunctionArgs) {
  const { group, intent } = formSchema.parse(Object.fromEntries(await request.formData()));
  return adminRequest(request, async ({ shop }) => {
    const requested = await requestGroupSegment(shop, group, intent === "make");
    return requested.ok ? redirect(`/app/changes/${requested.value}`) : requested;
  });
}

export default function Rfm() {
  return <RfmView {...useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

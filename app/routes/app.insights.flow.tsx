import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { flowPage, flowQuerySchema } from "#app/insights/flow.server.ts";
import { FlowView } from "#app/ui/insights/flow-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = flowQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return adminRequest(request, ({ shop }) => flowPage(shop, query));
}

export default function Flow() {
  const page = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const loading = useNavigation().state === "loading";
  return <FlowView page={page} loading={loading} onDays={(days) => setParams(days)} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { toSearchParams } from "#app/insights/customers-query.ts";
import { replenishmentQuerySchema } from "#app/insights/replenishment-query.ts";
import { replenishmentPage } from "#app/insights/replenishment.server.ts";
import { ReplenishmentView } from "#app/ui/replenishment/replenishment-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = replenishmentQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return adminRequest(request, async ({ shop, client }) => ({
    query,
    page: await replenishmentPage(client, shop, query),
  }));
}

export default function Replenishment() {
  const { query, page } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const { state } = useNavigation();
  return (
    <ReplenishmentView
      page={page}
      query={query}
      loading={state === "loading"}
      onQuery={(next) => setParams(toSearchParams(next))}
    />
  );
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

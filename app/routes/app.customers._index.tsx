import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { customersQuerySchema, toSearchParams } from "#app/insights/customers-query.ts";
import { customersPage } from "#app/insights/customers.server.ts";
import { CustomersView } from "#app/ui/customers/customers-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = customersQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return adminRequest(request, async ({ shop, client }) => ({
    query,
    page: await customersPage(client, shop, query),
  }));
}

export default function Customers() {
  const { query, page } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  return (
    <CustomersView
      page={page}
      query={query}
      loading={navigation.state === "loading"}
      leaving={navigation.location !== undefined && navigation.location.pathname !== pathname}
      onQuery={(next) => setParams(toSearchParams(next))}
    />
  );
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

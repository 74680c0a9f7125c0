import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { customerPage } from "#app/insights/customer.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { CustomerMissing } from "#app/ui/customer/customer-missing.tsx";
import { CustomerView } from "#app/ui/customer/customer-view.tsx";
import { PageError } from "#app/ui/page-error.tsx";

export async function loader({ request, params: { customerId = "" } }: LoaderFunctionArgs) {
  if (!/^[1-9]\d{0,17}$/.test(customerId)) throw notFound();
  return adminRequest(request, ({ shop, client }) => customerPage(client, shop, toCustomerId(customerId)));
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

export default function Customer() {
  return <CustomerView page={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <CustomerMissing /> : <PageError />;
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { adminRequest } from "#app/admin-request.server.ts";
import { customerPage } from "#app/insights/customer.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { CustomerMissing } from "#app/ui/customer/customer-missing.tsx";
import { CustomerView } from "#app/ui/customer/customer-view.tsx";

export async function loader({ request, params: { customerId = "" } }: LoaderFunctionArgs) {
  const { shop, client } = await adminRequest(request);
  if (!/^[1-9]\d{0,17}$/.test(customerId)) throw notFound();
  try {
    return await customerPage(client, shop, toCustomerId(customerId));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") throw notFound();
    throw error;
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

export default function Customer() {
  return <CustomerView page={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <CustomerMissing /> : boundary.error(error);
}

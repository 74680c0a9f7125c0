import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError, useSearchParams } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { customerPage } from "#app/insights/customer.server.ts";
import { survivingCustomer } from "#app/insights/surviving-customer.server.ts";
import { toCustomerId, type CustomerId } from "#app/platform/ids.ts";
import { CustomerMissing } from "#app/ui/customer/customer-missing.tsx";
import { CustomerView } from "#app/ui/customer/customer-view.tsx";
import { PageError } from "#app/ui/page-error.tsx";

export async function loader({ request, params: { customerId = "" } }: LoaderFunctionArgs) {
  if (!/^[1-9]\d{0,17}$/.test(customerId)) throw notFound();
  const asked = toCustomerId(customerId);
  return adminRequest(request, async ({ shop, client }) => {
    const survivor = await survivingCustomer(shop.id, asked);
    return survivor === asked
      ? customerPage(client, shop, asked)
      : redirect(addressOf(survivor, request.url));
  });
}

/** Another customer's page, with the rest of the address: in it Shopify says who looks. */
function addressOf(survivor: CustomerId, url: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set("merged", pathname.split("/").at(-1) ?? "");
  return `/app/customers/${survivor}?${searchParams}`;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

export default function Customer() {
  const [params] = useSearchParams();
  return <CustomerView page={useLoaderData<typeof loader>()} merged={params.get("merged")} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <CustomerMissing /> : <PageError />;
}

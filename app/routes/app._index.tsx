import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { homePage } from "#app/insights/home.server.ts";
import { env } from "#app/platform/env.server.ts";
import { HomeView } from "#app/ui/home/home-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const target = new URLSearchParams({
    template: "customers/account",
    addAppBlockId: `${env.SHOPIFY_API_KEY}/tier-progress`,
    target: "newAppsSection",
  });
  return adminRequest(request, async ({ shop, client }) => ({
    page: await homePage(client, shop),
    blockUrl: `https://${shop.domain}/admin/themes/current/editor?${target.toString()}`,
  }));
}

export default function Home() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { lifetimeValueReport } from "#app/insights/reports/lifetime-value-report.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { LifetimeValueView } from "#app/ui/lifetime-value/lifetime-value-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => readReport(shop, lifetimeValueReport));
}

export default function LifetimeValue() {
  return <LifetimeValueView report={useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

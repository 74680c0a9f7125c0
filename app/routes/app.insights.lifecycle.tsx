import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { lifecycleReport } from "#app/insights/reports/lifecycle-report.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { LifecycleView } from "#app/ui/lifecycle/lifecycle-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => readReport(shop, lifecycleReport));
}

export default function Lifecycle() {
  return <LifecycleView report={useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

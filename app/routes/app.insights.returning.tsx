import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { returningReport } from "#app/insights/reports/returning-report.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { ReturningView } from "#app/ui/insights/returning-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, async ({ shop }) => ({ report: await readReport(shop, returningReport) }));
}

export default function Returning() {
  const { report } = useLoaderData<typeof loader>();
  return <ReturningView report={report} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

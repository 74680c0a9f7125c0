import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { cohortsReport } from "#app/insights/reports/cohorts-report.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { CohortsView } from "#app/ui/insights/cohorts-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, async ({ shop }) => ({ report: await readReport(shop, cohortsReport) }));
}

export default function Cohorts() {
  const { report } = useLoaderData<typeof loader>();
  return <CohortsView report={report} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

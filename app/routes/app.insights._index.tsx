import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { shopFiguresReport } from "#app/insights/reports/shop-figures-report.server.ts";
import { InsightsView } from "#app/ui/insights/insights-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, async ({ shop }) => ({ report: await readReport(shop, shopFiguresReport) }));
}

export default function Insights() {
  const { report } = useLoaderData<typeof loader>();
  return <InsightsView report={report} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { concentrationReport } from "#app/insights/reports/concentration-report.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { ConcentrationView } from "#app/ui/insights/concentration-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, async ({ shop }) => ({ report: await readReport(shop, concentrationReport) }));
}

export default function Concentration() {
  const { report } = useLoaderData<typeof loader>();
  return <ConcentrationView report={report} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

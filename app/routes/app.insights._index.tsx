import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/admin-request.server.ts";
import { InsightsView } from "#app/ui/insights/insights-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, () => Promise.resolve(null));
}

export default function Insights() {
  return <InsightsView />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

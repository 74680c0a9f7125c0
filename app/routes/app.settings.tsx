import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/admin-request.server.ts";
import { prisma } from "#app/db.server.ts";
import { settingsPage } from "#app/insights/settings.server.ts";
import { saveSettings } from "#app/mirror/save-settings.server.ts";
import { SettingsView } from "#app/ui/settings/settings-view.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return adminRequest(request, ({ shop }) => Promise.resolve(settingsPage(shop)));
}

export async function action({ request }: ActionFunctionArgs) {
  const input: unknown = await request.json();
  return adminRequest(request, ({ shop }) => prisma.$transaction((db) => saveSettings(db, shop.id, input)));
}

export default function Settings() {
  return <SettingsView page={useLoaderData<typeof loader>()} />;
}

export { PageError as ErrorBoundary } from "#app/ui/page-error.tsx";

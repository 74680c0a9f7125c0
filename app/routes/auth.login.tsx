import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nearestLanguage } from "#app/platform/language.ts";
import { createI18n } from "#app/ui/i18n.ts";

/** Shopify's library sends here who opens a page of the app outside the admin: there is nothing to log in to. */
export function loader({ request }: LoaderFunctionArgs) {
  return { language: nearestLanguage(request.headers.get("accept-language")) };
}

export default function OpenInShopify() {
  const { language } = useLoaderData<typeof loader>();
  const { t } = createI18n(language);
  return (
    <main lang={language}>
      <h1>{t("outside.title")}</h1>
      <p>{t("outside.body")}</p>
    </main>
  );
}

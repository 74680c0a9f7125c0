import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunction } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisEn from "@shopify/polaris/locales/en.json";
import polarisZh from "@shopify/polaris/locales/zh-CN.json";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useMemo } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { adminRequest } from "#app/admin-request.server.ts";
import { env } from "#app/platform/env.server.ts";
import { nearestLanguage } from "#app/platform/language.ts";
import { createI18n } from "#app/ui/i18n.ts";
import laurelStyles from "#app/ui/laurel.css?url";
import { ShopProvider } from "#app/ui/shop-context.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: laurelStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("locale");
  return adminRequest(request, ({ shop: { domain, currency, timeZone, locale } }) =>
    Promise.resolve({
      apiKey: env.SHOPIFY_API_KEY,
      appBridgeUrl: env.APP_BRIDGE_URL ?? null,
      shop: { domain, currency, timeZone, locale: asked ?? locale },
    }),
  );
}

/** The reader's language comes with the first address only: what was read then stays. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export default function AppLayout() {
  const { apiKey, appBridgeUrl, shop } = useLoaderData<typeof loader>();
  const language = nearestLanguage(shop.locale);
  const i18n = useMemo(() => createI18n(language), [language]);
  return (
    <AppProvider
      isEmbeddedApp
      apiKey={apiKey}
      i18n={language === "zh-CN" ? polarisZh : polarisEn}
      {...(appBridgeUrl === null ? {} : { __APP_BRIDGE_URL: appBridgeUrl })}
    >
      <I18nextProvider i18n={i18n}>
        <ShopProvider shop={shop}>
          <Navigation />
          <main>
            <Outlet />
          </main>
        </ShopProvider>
      </I18nextProvider>
    </AppProvider>
  );
}

function Navigation() {
  const { t } = useTranslation();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t("nav.home")}
      </Link>
      <Link to="/app/customers">{t("nav.customers")}</Link>
      <Link to="/app/membership">{t("nav.membership")}</Link>
      <Link to="/app/insights">{t("nav.insights")}</Link>
      <Link to="/app/changes">{t("nav.changes")}</Link>
      <Link to="/app/settings">{t("nav.settings")}</Link>
    </NavMenu>
  );
}

export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

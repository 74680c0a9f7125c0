import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Banner, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { z } from "zod";

const foreseen = z.object({ laurel: z.string() });

/** What a page shows in place of itself when it failed: what was wrong and what to do, in plain words. */
export function PageError() {
  const { t, i18n } = useTranslation();
  const error = useRouteError();
  const said = isRouteErrorResponse(error) ? foreseen.safeParse(error.data).data?.laurel : undefined;
  const key = said !== undefined && i18n.exists(`errors.${said}`) ? said : "unexpected";
  return (
    <Page title={t("errors.title")}>
      <Banner tone="critical">{t(`errors.${key}`)}</Banner>
    </Page>
  );
}

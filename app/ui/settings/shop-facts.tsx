import { Card, DescriptionList, Layout } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SettingsPage } from "#app/insights/settings.server.ts";

/** What Shopify decides, to be read only. */
export function ShopFacts({ shop }: Pick<SettingsPage, "shop">) {
  const { t } = useTranslation("settings");
  return (
    <Layout.AnnotatedSection title={t("shop.title")} description={t("shop.help")}>
      <Card>
        <DescriptionList
          items={[
            { term: t("shop.currency"), description: shop.currency },
            { term: t("shop.timeZone"), description: shop.timeZone },
          ]}
        />
      </Card>
    </Layout.AnnotatedSection>
  );
}

import { BlockStack, Card, InlineGrid, Link, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Made } from "#app/insights/reports/report.ts";
import type { ShopFigures } from "#app/insights/reports/shop-figures-report.server.ts";
import { ShopFiguresSection } from "./shop-figures.tsx";

/** The Insights pages, in the order in which they are shown. */
const INSIGHTS_PAGES = [
  "rfm",
  "flow",
  "lifetime-value",
  "lifecycle",
  "replenishment",
  "cohorts",
  "concentration",
  "returning",
] as const;

/** What there is to know of the shop's customers: its key figures, and where the others are. */
export function InsightsView({ report }: { report: Made<ShopFigures> | null }) {
  const { t } = useTranslation("insights");
  return (
    <Page title={t("title")}>
      <BlockStack gap="600">
        <ShopFiguresSection report={report} />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {INSIGHTS_PAGES.map((page) => (
            <Card key={page}>
              <BlockStack gap="100">
                <Text as="h2" variant="headingMd">
                  <Link url={`/app/insights/${page}`} removeUnderline>
                    {t(`pages.${page}.title`)}
                  </Link>
                </Text>
                <Text as="p" tone="subdued">
                  {t(`pages.${page}.help`)}
                </Text>
              </BlockStack>
            </Card>
          ))}
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

import { BlockStack, Card, DataTable, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { useFormat } from "../shop-context.tsx";

/** The least figure of each score, as it is today. */
export function RfmLimits({ limits }: Pick<RfmFigures, "limits">) {
  const { t } = useTranslation("rfm");
  const { day, money } = useFormat();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("limits.title")}
        </Text>
        <Text as="p" tone="subdued">
          {t("limits.help")}
        </Text>
        <div className="laurel-wrapping">
          <DataTable
            columnContentTypes={["text", "text", "text", "text"]}
            headings={[
              t("columns.score"),
              t("columns.recency"),
              t("columns.frequency"),
              t("columns.monetary"),
            ]}
            rows={limits.map(({ score, recency, frequency, monetary }) => [
              String(score),
              recency === null ? t("limits.nobody") : t("limits.recency", { day: day(recency) }),
              frequency === null ? t("limits.nobody") : t("limits.frequency", { count: frequency }),
              monetary === null ? t("limits.nobody") : t("limits.monetary", { amount: money(monetary) }),
            ])}
          />
        </div>
      </BlockStack>
    </Card>
  );
}

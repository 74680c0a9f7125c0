import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ScoreView } from "#app/insights/customer.server.ts";
import { SCORED_METRICS } from "#app/platform/score-scheme.ts";

/** The scores by the shop's own scheme. */
export function OwnScores({ own }: { own: NonNullable<ScoreView["own"]> }) {
  const { t } = useTranslation("rfm");
  return (
    <BlockStack gap="100">
      <Text as="h3" fontWeight="medium">
        {t("card.own")}
      </Text>
      {SCORED_METRICS.map((metric) => {
        const score = own[metric];
        return score === null ? null : (
          <InlineStack key={metric} align="space-between">
            <Text as="span">{t(`columns.${metric}`)}</Text>
            <Text as="span" numeric>
              {t("card.of", { score, count: own.of })}
            </Text>
          </InlineStack>
        );
      })}
      <Text as="p" variant="bodySm" tone="subdued">
        {t("card.ownHelp")}
      </Text>
    </BlockStack>
  );
}

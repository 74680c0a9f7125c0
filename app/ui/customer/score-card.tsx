import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerPage } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";

/** The RFM group, what it means, and the three scores with the figures behind them. */
export function ScoreCard({ group, score, facts }: Pick<CustomerPage, "group" | "score" | "facts">) {
  const { t } = useTranslation(["customer", "common"]);
  const format = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm" tone="subdued">
            {t("score.title")}
          </Text>
          <Text as="p" variant="headingMd">
            {t(`common:groups.${group}`)}
          </Text>
          <Text as="p">{t(`groupHelp.${group}`)}</Text>
        </BlockStack>
        {score === null || facts === null ? (
          <Text as="p" tone="subdued">
            {t("score.none")}
          </Text>
        ) : (
          <>
            <Metric
              name={t("score.recency")}
              score={score.recency}
              why={t("score.recencyWhy", { day: format.day(facts.lastDay) })}
            />
            <Metric
              name={t("score.frequency")}
              score={score.frequency}
              why={t("score.frequencyWhy", { count: facts.frequency })}
            />
            <Metric
              name={t("score.monetary")}
              score={score.monetary}
              why={t("score.monetaryWhy", { amount: format.money(facts.netMinor) })}
            />
            <Text as="p" variant="bodySm" tone="subdued">
              {t("score.help")}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Metric({ name, score, why }: { name: string; score: number; why: string }) {
  const { t } = useTranslation("customer");
  return (
    <BlockStack>
      <InlineStack align="space-between">
        <Text as="h3" fontWeight="medium">
          {name}
        </Text>
        <Text as="span" numeric>
          {t("score.of", { score })}
        </Text>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {why}
      </Text>
    </BlockStack>
  );
}

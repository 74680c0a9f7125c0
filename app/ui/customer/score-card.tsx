import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerPage } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";
import { OtherGroups } from "./other-groups.tsx";
import { OwnScores } from "./own-scores.tsx";

type Props = Pick<CustomerPage, "group" | "groupMoves" | "score" | "facts">;

/** The RFM group, what it means and which came before; the other groups; the scores with the figures behind them. */
export function ScoreCard({ group, groupMoves: [lastMove], score, facts }: Props) {
  const { t } = useTranslation(["customer", "common", "rfm"]);
  const format = useFormat();
  const name = t(`common:groups.${group}`);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm" tone="subdued">
            {t("score.title")}
          </Text>
          <Text as="p" variant="headingMd">
            {name}
          </Text>
          <Text as="p">{t(`groupHelp.${group}`)}</Text>
          {lastMove !== undefined && (
            <Text as="p" variant="bodySm" tone="subdued">
              {t("rfm:card.since", {
                group: name,
                day: format.day(lastMove.day),
                previous: t(`common:groups.${lastMove.from}`),
              })}
            </Text>
          )}
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
            <OtherGroups score={score} />
            {score.own !== null && <OwnScores own={score.own} />}
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

import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Rhythm } from "#app/value/lifecycle/rhythm.ts";
import { useFormat } from "../shop-context.tsx";
import { shareOf, type StageRow } from "./stage-figures.ts";
import { useStageRule } from "./use-stage-rule.ts";

type Props = { row: StageRow; stages: readonly StageRow[]; rhythm: Rhythm };

/** One stage: how many, their share and money, and who they are. It leads to them. */
export function StageCard({ row, stages, rhythm }: Props) {
  const { t } = useTranslation(["lifecycle", "common"]);
  const { number, percent, roundMoney } = useFormat();
  const rule = useStageRule(rhythm);
  const { stage, customers, minor, change } = row;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          <Link url={`/app/customers?stage=${stage}`} removeUnderline>
            {t(`common:stages.${stage}`)}
          </Link>
        </Text>
        <InlineStack gap="200" blockAlign="baseline">
          <Text as="span" variant="headingLg" numeric>
            {number(customers)}
          </Text>
          <Text as="span" tone="subdued" numeric>
            {t("share", { share: percent(shareOf(row, stages)) })}
          </Text>
        </InlineStack>
        <BlockStack>
          {stage !== "prospect" && <Text as="p">{t("revenue", { amount: roundMoney(minor) })}</Text>}
          {change !== null && <Trend change={change} />}
        </BlockStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {rule(stage)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Trend({ change }: { change: number }) {
  const { t } = useTranslation("lifecycle");
  if (change === 0) return <Text as="p">{t("trend.same")}</Text>;
  const direction = change > 0 ? "trend.more" : "trend.fewer";
  return <Text as="p">{t(direction, { count: Math.abs(change) })}</Text>;
}

import { BlockStack, Button, Card, Collapsible, DataTable, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useFormat } from "../shop-context.tsx";
import { spendSteps, topShare, type SpendStep } from "./spend-steps.ts";
import { ThresholdLabel } from "./threshold-label.tsx";
import type { ShownLadder } from "./use-ladder-preview.ts";

const HEIGHT_PX = 240;
const LABEL_PX = 18;

/** How much the shop's buyers spend, with the thresholds as lines; a table of the same behind it. */
export function SpendChart({ shown }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { percent } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const tier = shown.definition.tiers.at(-1)?.name ?? "";
  const share = topShare(shown.preview);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {share === 0 ? t("chart.nobody", { tier }) : t("chart.finding", { tier, share: percent(share) })}
        </Text>
        <Text as="p" tone="subdued">
          {t("chart.help", { count: shown.definition.window.months })}
        </Text>
        <Histogram shown={shown} />
        <div>
          <Button
            variant="plain"
            ariaExpanded={asTable}
            ariaControls="spend-table"
            disclosure={asTable ? "up" : "down"}
            onClick={() => setAsTable(!asTable)}
          >
            {t("chart.table")}
          </Button>
        </div>
        <Collapsible id="spend-table" open={asTable}>
          <SpendTable shown={shown} />
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function Histogram({ shown: { definition, preview } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { roundMoney, number } = useFormat();
  const steps = spendSteps(preview.bins);
  const end = steps.at(-1)?.fromMinor ?? 0;
  const upper = definition.tiers.slice(1);
  return (
    // The table below says the same to those who do not see it.
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT_PX + upper.length * LABEL_PX}>
        <AreaChart
          accessibilityLayer={false}
          data={steps}
          margin={{ top: (upper.length + 1) * LABEL_PX, right: 12, bottom: 0, left: 0 }}
        >
          <XAxis
            dataKey="fromMinor"
            type="number"
            domain={[0, end]}
            tickFormatter={roundMoney}
            minTickGap={24}
            fontSize={12}
          />
          <YAxis tickFormatter={number} width={48} fontSize={12} allowDecimals={false} />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={(label) => t("chart.from", { amount: roundMoney(Number(label)) })}
            formatter={(value) => [number(Number(value)), t("chart.customers")]}
          />
          <Area
            dataKey="customers"
            type="stepAfter"
            fill="var(--p-color-bg-fill-tertiary-active)"
            fillOpacity={1}
            stroke="var(--p-color-border-inverse)"
            isAnimationActive={false}
          />
          {upper.map((tier, index) => (
            <ReferenceLine
              key={tier.key}
              x={tier.enterMinor}
              stroke="var(--p-color-text)"
              strokeDasharray="4 3"
              label={<ThresholdLabel text={tier.name} lift={(index + 1) * LABEL_PX} />}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

function SpendTable({ shown: { preview } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { money, number } = useFormat();
  const span = ({ fromMinor }: SpendStep, index: number) => {
    const next = preview.bins[index + 1];
    return next === undefined
      ? t("chart.from", { amount: money(fromMinor) })
      : t("chart.between", { from: money(fromMinor), to: money(next.fromMinor) });
  };
  return (
    <div className="laurel-scroll" tabIndex={0} role="region" aria-label={t("chart.table")}>
      <DataTable
        columnContentTypes={["text", "numeric"]}
        headings={[t("chart.spend"), t("chart.customers")]}
        rows={preview.bins.map((bin, index) => [span(bin, index), number(bin.customers)])}
      />
    </div>
  );
}

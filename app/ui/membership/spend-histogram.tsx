import { useTranslation } from "react-i18next";
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useFormat } from "../shop-context.tsx";
import { spendSteps } from "./spend-steps.ts";
import { ThresholdLabel } from "./threshold-label.tsx";
import type { ShownLadder } from "./use-ladder-preview.ts";

const HEIGHT_PX = 240;
const LABEL_PX = 18;

/** Buyers by spend, with the thresholds as lines. */
export function SpendHistogram({ shown: { definition, preview } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { roundMoney, number } = useFormat();
  const steps = spendSteps(preview.bins);
  const end = steps.at(-1)?.fromMinor ?? 0;
  const upper = definition.tiers.slice(1);
  return (
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
  );
}

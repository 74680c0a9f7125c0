import { useTranslation } from "react-i18next";
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useFormat } from "../shop-context.tsx";
import type { StageRow } from "./stage-figures.ts";

const ROW_PX = 32;

/** Customers by stage, as bars with their figures at the end. */
export function StageBars({ stages }: { stages: readonly StageRow[] }) {
  const { t } = useTranslation("common");
  const { number } = useFormat();
  const rows = stages.map(({ stage, customers }) => ({ name: t(`stages.${stage}`), customers }));
  return (
    <ResponsiveContainer width="100%" height={rows.length * ROW_PX}>
      <BarChart
        accessibilityLayer={false}
        data={rows}
        layout="vertical"
        margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide />
        <YAxis
          type="category"
          dataKey="name"
          width={84}
          tickLine={false}
          axisLine={false}
          fontSize={12}
          interval={0}
        />
        <Bar
          dataKey="customers"
          fill="var(--p-color-bg-fill-brand)"
          barSize={16}
          radius={[0, 3, 3, 0]}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="customers"
            position="right"
            fontSize={12}
            fill="var(--p-color-text)"
            formatter={(value) => number(Number(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

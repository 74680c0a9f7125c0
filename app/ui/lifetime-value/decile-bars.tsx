import { useTranslation } from "react-i18next";
import { Bar, BarChart, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { legendText } from "./legend-text.tsx";
import { useFormat } from "../shop-context.tsx";
import type { Tenth } from "./tenth.ts";

/** Expected light, made dark, side by side. */
export function DecileBars({ rows }: { rows: readonly Tenth[] }) {
  const { t } = useTranslation("ltv");
  const { number } = useFormat();
  return (
    <ResponsiveContainer width="100%" height={260}>
      <BarChart
        accessibilityLayer={false}
        data={[...rows]}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        barGap={1}
      >
        <XAxis dataKey="part" fontSize={12} interval={0} />
        <YAxis tickFormatter={number} width={48} fontSize={12} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(part) => `${t("deciles.part")} ${Number(part)}`}
          formatter={(value, name) => [number(Math.round(Number(value) * 100) / 100), name]}
        />
        <Legend itemSorter={null} formatter={legendText} />
        <Bar
          dataKey="expected"
          name={t("deciles.expected")}
          fill="var(--p-color-bg-fill-tertiary-active)"
          stroke="var(--p-color-text)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="made"
          name={t("deciles.made")}
          fill="var(--p-color-bg-fill-brand)"
          stroke="var(--p-color-text)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Bar, BarChart, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Returning } from "#app/insights/reports/returning-report.server.ts";
import { useFormat } from "../shop-context.tsx";
import { measured, type ReturningMeasure } from "./returning-share.ts";

const HEIGHT_PX = 320;
const WIDEST_PX = 64;

/** New customers' bars are hatched and stand on the dark ones of those who returned. */
export function ReturningChart(props: { months: Returning["months"]; measure: ReturningMeasure }) {
  const { months, measure } = props;
  const { t } = useTranslation("returning");
  const { roundMoney, number, month } = useFormat();
  const hatch = useId();
  const text = measure === "spend" ? roundMoney : number;
  const bars = months.map((each) => ({
    month: each.month,
    new: measured(each.new, measure),
    returning: measured(each.returning, measure),
  }));
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <BarChart accessibilityLayer={false} data={bars} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
        <defs>
          <pattern
            id={hatch}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={6} height={6} fill="var(--p-color-bg-surface)" />
            <rect width={2} height={6} fill="var(--p-color-text)" />
          </pattern>
        </defs>
        <XAxis dataKey="month" tickFormatter={month} minTickGap={16} fontSize={12} />
        <YAxis tickFormatter={text} width={64} fontSize={12} allowDecimals={false} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(label) => (typeof label === "string" ? month(label) : "")}
          formatter={(value, name) => [text(Number(value)), name]}
        />
        <Legend position="top" height={32} />
        <Bar
          name={t("returning")}
          dataKey="returning"
          stackId="all"
          maxBarSize={WIDEST_PX}
          fill="var(--p-color-text)"
          stroke="var(--p-color-text)"
          isAnimationActive={false}
        />
        <Bar
          name={t("new")}
          dataKey="new"
          stackId="all"
          maxBarSize={WIDEST_PX}
          fill={`url(#${hatch})`}
          stroke="var(--p-color-text)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

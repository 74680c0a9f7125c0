import { useTranslation } from "react-i18next";
import { Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ParetoCurve } from "#app/insights/reports/pareto-curve.server.ts";
import { useFormat } from "../shop-context.tsx";

const HEIGHT_PX = 320;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** The share of revenue by the share of customers, beside what it would be if all spent the same. */
export function ParetoChart({ curve: { pointsMinor, netMinor } }: { curve: ParetoCurve }) {
  const { t } = useTranslation("concentration");
  const { percent } = useFormat();
  const points = pointsMinor.map((minor, index) => ({
    customers: index / 100,
    revenue: minor / netMinor,
    equal: index / 100,
  }));
  const axis = {
    type: "number",
    domain: [0, 1],
    ticks: TICKS,
    tickFormatter: percent,
    fontSize: 12,
  } as const;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <LineChart accessibilityLayer={false} data={points} margin={{ top: 8, right: 20, bottom: 20, left: 0 }}>
        <XAxis
          dataKey="customers"
          {...axis}
          label={{ value: t("curve.axis"), position: "insideBottom", offset: -12, fontSize: 12 }}
        />
        <YAxis {...axis} width={48} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(label) => `${t("curve.axis")}: ${percent(Number(label))}`}
          formatter={(value, name) => [percent(Number(value)), name]}
        />
        <ReferenceLine x={0.2} stroke="var(--p-color-border-tertiary)" strokeDasharray="2 3" />
        <Line
          name={t("curve.equal")}
          dataKey="equal"
          stroke="var(--p-color-text-secondary)"
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
          label={<DiagonalLabel text={t("curve.equal")} />}
        />
        <Line
          name={t("curve.revenue")}
          dataKey="revenue"
          stroke="var(--p-color-text)"
          strokeWidth={3}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** The diagonal's name, once, under its middle. */
function DiagonalLabel(props: { text: string; index?: number; x?: number | string; y?: number | string }) {
  const { text, index, x = 0, y = 0 } = props;
  if (index !== 50) return null;
  return (
    <text x={Number(x) + 8} y={Number(y) + 16} fontSize={12} fill="var(--p-color-text-secondary)">
      {text}
    </text>
  );
}

import { useTranslation } from "react-i18next";
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Limits } from "#app/value/lifecycle/rhythm.ts";
import { useFormat } from "../shop-context.tsx";
import { LimitLabel } from "./limit-label.tsx";

const HEIGHT_PX = 260;
const LABEL_PX = 18;

/** The share that bought again by days since the purchase, with the limits as lines. */
export function RhythmCurve({ limits }: { limits: Limits }) {
  const { t } = useTranslation("lifecycle");
  const { percent, number } = useFormat();
  const lines = [
    { days: limits.slippingDays, text: t("rhythm.slipping", { days: number(limits.slippingDays) }) },
    { days: limits.lapsedDays, text: t("rhythm.lapsed", { days: number(limits.lapsedDays) }) },
  ];
  const end = Math.max(limits.horizonDays, limits.lapsedDays);
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <AreaChart
        accessibilityLayer={false}
        data={[{ days: 0, share: 0 }, ...limits.curve]}
        margin={{ top: (lines.length + 1) * LABEL_PX, right: 16, bottom: 4, left: 0 }}
      >
        <XAxis
          dataKey="days"
          type="number"
          domain={[0, end]}
          tickFormatter={(days) => t("rhythm.tick", { days: number(Number(days)) })}
          minTickGap={32}
          fontSize={12}
        />
        <YAxis tickFormatter={(share) => percent(Number(share))} width={56} fontSize={12} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(days) => t("rhythm.within", { days: number(Number(days)) })}
          formatter={(share) => [percent(Number(share)), t("rhythm.again")]}
        />
        <Area
          dataKey="share"
          type="stepAfter"
          fill="var(--p-color-bg-fill-tertiary-active)"
          fillOpacity={1}
          stroke="var(--p-color-border-inverse)"
          isAnimationActive={false}
        />
        {lines.map(({ days, text }, index) => (
          <ReferenceLine
            key={text}
            x={days}
            stroke="var(--p-color-text)"
            strokeDasharray={index === 0 ? "4 3" : "1 3"}
            label={<LimitLabel text={text} lift={(index + 1) * LABEL_PX} before={days > end / 2} />}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
}

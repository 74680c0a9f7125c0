import { useTranslation } from "react-i18next";
import { Legend, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { legendText } from "./legend-text.tsx";
import { useFormat } from "../shop-context.tsx";
import type { TrackedWeek } from "./so-far.ts";

type Props = { rows: readonly TrackedWeek[]; split: string | null };

/** Cumulated above, each week below; what was made is solid, what was expected dashed. */
export function TrackingLines({ rows, split }: Props) {
  return (
    <>
      <Lines rows={rows} split={split} made="madeSoFar" expected="expectedSoFar" heightPx={240} />
      <Lines rows={rows} split={split} made="made" expected="expected" heightPx={200} />
    </>
  );
}

function Lines(props: Props & { made: keyof TrackedWeek; expected: keyof TrackedWeek; heightPx: number }) {
  const { rows, split, made, expected, heightPx } = props;
  const { t } = useTranslation("ltv");
  const { number, day, month } = useFormat();
  return (
    <ResponsiveContainer width="100%" height={heightPx}>
      <LineChart
        accessibilityLayer={false}
        data={[...rows]}
        margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
      >
        <XAxis dataKey="until" tickFormatter={month} minTickGap={40} fontSize={12} />
        <YAxis tickFormatter={number} width={48} fontSize={12} allowDecimals={false} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(label) => (typeof label === "string" ? day(label) : "")}
          formatter={(value, name) => [number(Math.round(Number(value) * 10) / 10), name]}
        />
        <Legend itemSorter={null} formatter={legendText} />
        {split !== null && (
          <ReferenceLine
            x={split}
            stroke="var(--p-color-text-secondary)"
            strokeDasharray="2 3"
            label={{ value: t("tracking.split"), position: "insideTopLeft", fontSize: 12, offset: 6 }}
          />
        )}
        <Line
          dataKey={made}
          name={t("tracking.made")}
          stroke="var(--p-color-text)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey={expected}
          name={t("tracking.expected")}
          stroke="var(--p-color-text-secondary)"
          strokeWidth={2}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

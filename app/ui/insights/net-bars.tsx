import { useTranslation } from "react-i18next";
import {
  Bar,
  BarChart,
  LabelList,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
} from "recharts";
import type { GroupBalance } from "#app/insights/group-flow.ts";
import { useFormat } from "../shop-context.tsx";

const ROW_PX = 32;
const LABEL_PX = 44;

/** A bar a group: dark to the right where it grew, light to the left where it shrank. */
export function NetBars({ balances }: { balances: readonly GroupBalance[] }) {
  const { t } = useTranslation("common");
  const { number } = useFormat();
  const rows = balances.map(({ group, before, after }) => {
    const net = after - before;
    return {
      name: t(`groups.${group}`),
      net,
      label: `${net > 0 ? "+" : net < 0 ? "−" : ""}${number(Math.abs(net))}`,
    };
  });
  return (
    <ResponsiveContainer width="100%" height={rows.length * ROW_PX}>
      <BarChart
        layout="vertical"
        accessibilityLayer={false}
        data={rows}
        margin={{ top: 0, right: LABEL_PX, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide padding={{ left: LABEL_PX }} />
        <YAxis type="category" dataKey="name" width={112} fontSize={12} tickLine={false} interval={0} />
        <ReferenceLine x={0} stroke="var(--p-color-border-inverse)" />
        <Bar dataKey="net" shape={NetBar} isAnimationActive={false}>
          <LabelList dataKey="label" position="right" fontSize={12} fill="var(--p-color-text)" />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A bar to the left has a width below 0. */
function NetBar(bar: BarShapeProps) {
  const fill = bar.width < 0 ? "var(--p-color-bg-fill-tertiary)" : "var(--p-color-bg-fill-inverse)";
  return <Rectangle {...bar} fill={fill} stroke="var(--p-color-border-inverse)" />;
}

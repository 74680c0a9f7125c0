import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { largestChange, type GroupBalance } from "#app/insights/group-flow.ts";
import type { FlowFigures } from "#app/insights/group-flow.server.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { Column, FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";

const NetBars = lazy(async () => ({ default: (await import("./net-bars.tsx")).NetBars }));

/** By how much each group grew or shrank between the two days. */
export function NetChange({ flow }: { flow: FlowFigures }) {
  const { t } = useTranslation("rfm");
  return (
    <ChartCard
      finding={useFinding(flow)}
      help={t("flow.help")}
      definition={t("flow.definition")}
      table={useBalanceTable(flow)}
    >
      <Later>
        <NetBars balances={flow.balances.filter(({ group }) => group !== "prospects")} />
      </Later>
    </ChartCard>
  );
}

/** "312 customers moved; 41 more in “Champions” than on 24 Oct 2026" */
function useFinding({ flows, balances, from, to }: FlowFigures): string {
  const { t } = useTranslation(["rfm", "common"]);
  const { day, number } = useFormat();
  const count = flows.reduce((sum, flow) => sum + flow.customers, 0);
  if (count === 0) return t("flow.nobody", { from: day(from), to: day(to) });
  const moved = t("flow.moved", { count });
  const change = largestChange(balances);
  if (change === null) return t("flow.steady", { moved });
  return t(change.net > 0 ? "flow.more" : "flow.fewer", {
    moved,
    net: number(Math.abs(change.net)),
    group: t(`common:groups.${change.group}`),
    day: day(from),
  });
}

function useBalanceTable({ balances, from, to }: FlowFigures): FigureTable<GroupBalance> {
  const { t } = useTranslation(["rfm", "common"]);
  const { day, number } = useFormat();
  const figure = (heading: string, value: (balance: GroupBalance) => number): Column<GroupBalance> => ({
    heading,
    numeric: true,
    value,
    text: (balance) => number(value(balance)),
  });
  return {
    name: `rfm-flow-${from}-${to}`,
    rows: balances,
    columns: [
      { heading: t("flow.columns.group"), value: ({ group }) => t(`common:groups.${group}`) },
      figure(t("flow.columns.before", { day: day(from) }), ({ before }) => before),
      figure(t("flow.columns.came"), ({ came }) => came),
      figure(t("flow.columns.left"), ({ left }) => left),
      figure(t("flow.columns.net"), ({ before, after }) => after - before),
      figure(t("flow.columns.after", { day: day(to) }), ({ after }) => after),
    ],
  };
}

import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import { topShare, type SpendStep } from "./spend-steps.ts";
import type { ShownLadder } from "./use-ladder-preview.ts";

const SpendHistogram = lazy(async () => ({
  default: (await import("./spend-histogram.tsx")).SpendHistogram,
}));

/** How much the shop's buyers spend, with the thresholds as lines. */
export function SpendChart({ shown }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { percent } = useFormat();
  const table = useSpendTable(shown);
  const tier = shown.definition.tiers.at(-1)?.name ?? "";
  const share = topShare(shown.preview);
  return (
    <ChartCard
      finding={
        share === 0 ? t("chart.nobody", { tier }) : t("chart.finding", { tier, share: percent(share) })
      }
      help={t("chart.help", { count: shown.definition.window.months })}
      definition={t("chart.definition", { count: shown.definition.window.months })}
      table={table}
    >
      <Later>
        <SpendHistogram shown={shown} />
      </Later>
    </ChartCard>
  );
}

function useSpendTable({ preview }: ShownLadder): FigureTable<SpendStep & { toMinor: number | null }> {
  const { t } = useTranslation("membership");
  const { money, decimal, number } = useFormat();
  const rows = preview.bins.map((bin, index) => ({
    ...bin,
    toMinor: preview.bins[index + 1]?.fromMinor ?? null,
  }));
  return {
    name: "spend",
    rows,
    columns: [
      {
        heading: t("chart.spend"),
        value: ({ fromMinor }) => decimal(fromMinor),
        text: ({ fromMinor, toMinor }) =>
          toMinor === null
            ? t("chart.from", { amount: money(fromMinor) })
            : t("chart.between", { from: money(fromMinor), to: money(toMinor) }),
      },
      {
        heading: t("chart.customers"),
        numeric: true,
        value: ({ customers }) => customers,
        text: ({ customers }) => number(customers),
      },
    ],
  };
}

import { lazy } from "react";
import { useTranslation } from "react-i18next";
import type { ModelTest } from "#app/value/clv/model-report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import type { Tenth } from "./tenth.ts";

const DecileBars = lazy(async () => ({ default: (await import("./decile-bars.tsx")).DecileBars }));

/** Did those buy more of whom more was expected? */
export function DecilesChart({ test }: { test: ModelTest }) {
  const { t } = useTranslation("ltv");
  const { number } = useFormat();
  const rows = test.deciles.map((each, index) => ({ ...each, part: index + 1 }));
  const figure = (value: number | undefined) => number(Math.round((value ?? 0) * 100) / 100);
  const [bottom, top] = [rows[0], rows.at(-1)];
  return (
    <ChartCard
      finding={t("deciles.finding", {
        top: figure(top?.made),
        topExpected: figure(top?.expected),
        bottom: figure(bottom?.made),
        bottomExpected: figure(bottom?.expected),
      })}
      help={t("deciles.help")}
      definition={t("deciles.definition")}
      table={useTenthTable(rows)}
    >
      <Later>
        <DecileBars rows={rows} />
      </Later>
    </ChartCard>
  );
}

function useTenthTable(rows: readonly Tenth[]): FigureTable<Tenth> {
  const { t } = useTranslation("ltv");
  const { number } = useFormat();
  const column = (key: keyof Tenth) => ({
    heading: t(`deciles.${key}`),
    numeric: true,
    value: (row: Tenth) => row[key],
    text: (row: Tenth) => number(Math.round(row[key] * 1000) / 1000),
  });
  return {
    name: "calibration",
    rows,
    columns: [column("part"), column("customers"), column("expected"), column("made")],
  };
}

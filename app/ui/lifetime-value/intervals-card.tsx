import { useTranslation } from "react-i18next";
import type { ModelTest } from "#app/value/clv/model-report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { useFormat } from "../shop-context.tsx";

/** Did customers' money end within their intervals as often as promised? */
export function IntervalsCard({ test: { coverage, level } }: { test: ModelTest }) {
  const { t } = useTranslation("ltv");
  const { number, percent } = useFormat();
  const rows = (["all", "open"] as const).map((key) => ({ key, ...coverage[key] }));
  const { held, promised } = coverage.all;
  return (
    <ChartCard
      finding={t("intervals.finding", { held: percent(held), promised: percent(promised) })}
      help={t("intervals.help")}
      definition={t("intervals.definition", { level: percent(level) })}
      table={{
        name: "intervals",
        rows,
        columns: [
          { heading: t("intervals.who"), value: ({ key }) => t(`intervals.${key}`) },
          {
            heading: t("intervals.count"),
            numeric: true,
            value: ({ customers }) => customers,
            text: ({ customers }) => number(customers),
          },
          {
            heading: t("intervals.held"),
            numeric: true,
            value: (row) => row.held,
            text: (row) => percent(row.held),
          },
          {
            heading: t("intervals.promised"),
            numeric: true,
            value: (row) => row.promised,
            text: (row) => percent(row.promised),
          },
        ],
      }}
    />
  );
}

import { DataTable, Link } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { sumOf, type ScoreCell } from "#app/insights/rfm-figures.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { useShareColumns } from "./use-share-columns.ts";

/** All combinations of scores that have customers, the best first. */
export function RfmCells({ figures: { cells } }: { figures: RfmFigures }) {
  const { t } = useTranslation("rfm");
  const shares = useShareColumns(sumOf(cells));
  const table: FigureTable<ScoreCell> = {
    name: "rfm-cells",
    rows: cells,
    columns: [
      { heading: t("columns.cell"), value: cellName },
      { heading: t("columns.recency"), numeric: true, value: ({ recency }) => recency },
      { heading: t("columns.frequency"), numeric: true, value: ({ frequency }) => frequency },
      { heading: t("columns.monetary"), numeric: true, value: ({ monetary }) => monetary },
      ...shares,
    ],
  };
  return (
    <ChartCard
      finding={t("cells.finding", { count: cells.length })}
      help={t("definition.cells")}
      definition={`${t("definition.scores")} ${t("definition.always")}`}
      table={table}
      interactive
    >
      <DataTable
        columnContentTypes={["text", ...shares.map(() => "numeric" as const)]}
        headings={[t("columns.cell"), ...shares.map(({ heading }) => heading)]}
        rows={cells.map((cell) => [
          <Link
            key={cellName(cell)}
            url={`/app/customers?recency=${cell.recency}&frequency=${cell.frequency}&monetary=${cell.monetary}`}
            accessibilityLabel={t("cells.open", { cell: cellName(cell) })}
          >
            {cellName(cell)}
          </Link>,
          ...shares.map(({ value, text }) => text?.(cell) ?? String(value(cell))),
        ])}
      />
    </ChartCard>
  );
}

function cellName({ recency, frequency, monetary }: ScoreCell): string {
  return `${recency}${frequency}${monetary}`;
}

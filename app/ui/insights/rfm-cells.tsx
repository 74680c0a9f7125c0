import { BlockStack, DataTable, Link } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { sumOf, type ScoreCell } from "#app/insights/rfm-figures.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { SegmentAction, SegmentHelp } from "./segment-action.tsx";
import { useShareColumns } from "./use-share-columns.ts";

/** All combinations of scores that have customers, the best first. */
export function RfmCells(props: { figures: RfmFigures; segments: SegmentsState }) {
  const { cells } = props.figures;
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
      <BlockStack gap="300">
        <SegmentHelp segments={props.segments} />
        <DataTable
          verticalAlign="middle"
          columnContentTypes={["text", ...shares.map(() => "numeric" as const), "text"]}
          headings={[t("columns.cell"), ...shares.map(({ heading }) => heading), t("columns.segment")]}
          rows={cells.map((cell) => [
            <CellLink key="cell" cell={cell} />,
            ...shares.map(({ value, text }) => text?.(cell) ?? String(value(cell))),
            <SegmentAction
              key="segment"
              group={cellName(cell)}
              label={t("cells.one", { cell: cellName(cell) })}
              segments={props.segments}
            />,
          ])}
        />
      </BlockStack>
    </ChartCard>
  );
}

function CellLink({ cell }: { cell: ScoreCell }) {
  const { t } = useTranslation("rfm");
  const { recency, frequency, monetary } = cell;
  return (
    <Link
      url={`/app/customers?recency=${recency}&frequency=${frequency}&monetary=${monetary}`}
      accessibilityLabel={t("cells.open", { cell: cellName(cell) })}
    >
      {cellName(cell)}
    </Link>
  );
}

function cellName({ recency, frequency, monetary }: ScoreCell) {
  return `${recency}${frequency}${monetary}` as const;
}

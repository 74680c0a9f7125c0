import { Text, UnstyledLink } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { gridOf, shadeOf, sharesOf, sumOf, type GridCell } from "#app/insights/rfm-figures.ts";
import { groupOf, RFM_GROUPS } from "#app/value/rfm/group.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { useFormat } from "../shop-context.tsx";
import { useGroupFinding } from "./use-group-finding.ts";
import { shareOf, useShareColumns } from "./use-share-columns.ts";

const SCORES = [1, 2, 3, 4, 5] as const;

/** Shopify's grid: recency against the mean of frequency and money. Each cell leads to its customers. */
export function RfmGrid({ figures }: { figures: RfmFigures }) {
  const { t } = useTranslation(["rfm", "common"]);
  const finding = useGroupFinding();
  const total = sumOf(figures.cells);
  const grid = gridOf(figures.cells);
  const groups = sharesOf(RFM_GROUPS, figures.cells, groupOf);
  return (
    <ChartCard
      finding={finding(
        groups.map((group) => ({ ...group, label: t(`common:groups.${group.name}`) })),
        total,
      )}
      help={t("grid.help")}
      definition={`${t("definition.scores")} ${t("definition.shopify")} ${t("definition.always")}`}
      table={useGridTable(grid, figures)}
      interactive
    >
      <div className="laurel-rfm" role="group" aria-label={t("grid.label")}>
        <span className="laurel-rfm-name" aria-hidden="true">
          {t("grid.recency")} ↑
        </span>
        {SCORES.toReversed().map((recency) => (
          <GridRow
            key={recency}
            recency={recency}
            cells={grid.filter((cell) => cell.recency === recency)}
            revenueMinor={total.revenueMinor}
          />
        ))}
        <span aria-hidden="true" />
        {SCORES.map((mean) => (
          <span key={mean} className="laurel-rfm-axis" aria-hidden="true">
            {mean}
          </span>
        ))}
        <span className="laurel-rfm-name" data-end aria-hidden="true">
          {t("grid.mean")} →
        </span>
      </div>
    </ChartCard>
  );
}

function GridRow(props: { recency: number; cells: readonly GridCell[]; revenueMinor: number }) {
  return (
    <>
      <span className="laurel-rfm-axis" aria-hidden="true">
        {props.recency}
      </span>
      {props.cells.map((cell) => (
        <Cell key={cell.mean} cell={cell} share={shareOf(cell.revenueMinor, props.revenueMinor)} />
      ))}
    </>
  );
}

function Cell({ cell, share }: { cell: GridCell; share: number }) {
  const { t } = useTranslation(["rfm", "common"]);
  const { number, percent } = useFormat();
  const { recency, mean, customers } = cell;
  const group = t(`common:groups.${cell.group}`);
  const label = t("grid.cell", { group, count: customers, share: percent(share), recency, mean });
  return (
    <UnstyledLink
      className="laurel-rfm-cell"
      data-shade={shadeOf(cell, share)}
      url={`/app/customers?recency=${recency}&mean=${mean}`}
    >
      <Text as="span" visuallyHidden>
        {label}
      </Text>
      <span aria-hidden="true">{group}</span>
      <strong aria-hidden="true">{number(customers)}</strong>
      <span aria-hidden="true">{percent(share)}</span>
    </UnstyledLink>
  );
}

function useGridTable(grid: readonly GridCell[], figures: RfmFigures): FigureTable<GridCell> {
  const { t } = useTranslation(["rfm", "common"]);
  const shares = useShareColumns(sumOf(figures.cells));
  return {
    name: "rfm-grid",
    rows: grid,
    columns: [
      { heading: t("columns.recency"), numeric: true, value: ({ recency }) => recency },
      { heading: t("columns.mean"), numeric: true, value: ({ mean }) => mean },
      { heading: t("columns.group"), value: ({ group }) => t(`common:groups.${group}`) },
      ...shares,
    ],
  };
}

import { useTranslation } from "react-i18next";
import type { Cohorts } from "#app/insights/reports/cohorts-report.server.ts";
import type { FigureTable } from "../charts/figure-table.ts";
import type { HeatCell, HeatRow } from "../charts/heat-table.tsx";
import type { Format } from "../format.ts";
import { useFormat } from "../shop-context.tsx";
import { averageValues, cohortValues, type CohortChoice, type CohortValue } from "./cohort-table.ts";

type Cohort = Cohorts["cohorts"][number];

/** By how many months the finding looks ahead, where there is so much history. */
const FINDING_MONTH = { month: 1, total: 6 } as const;

/** What the averages say, in a sentence. */
export function useCohortFinding({ cohorts }: Cohorts, choice: CohortChoice): string {
  const { t } = useTranslation("cohorts");
  const format = useFormat();
  const averages = averageValues(cohorts, choice);
  const month = Math.min(averages.length - 1, FINDING_MONTH[choice.span]);
  const value = averages[month];
  if (value === undefined) return t("finding.early");
  const text = valueText({ ...choice, per: "customer" }, value, format);
  return t(`finding.${choice.measure}.${choice.span}`, { value: text, month });
}

/** The table's columns and rows; the first row is the average where the cells are of one customer. */
export function useCohortRows(
  { cohorts }: Cohorts,
  choice: CohortChoice,
  ahead: boolean,
): { columns: string[]; rows: HeatRow[] } {
  const { t } = useTranslation("cohorts");
  const format = useFormat();
  const lines = cohorts.map((cohort) => ({
    cohort,
    values: cohortValues(cohort, choice).filter(({ state }) => ahead || state !== "expected"),
  }));
  // Everybody bought in the month of the first purchase: it would leave no shades to the others.
  const from = choice.measure === "retention" && choice.span === "month" ? 1 : 0;
  const top = Math.max(...lines.flatMap(({ values }) => values.slice(from).map(({ value }) => value)), 0);
  const width = Math.max(...lines.map(({ values }) => values.length));
  const toCell = ({ value, state }: CohortValue): HeatCell => ({
    text: valueText(choice, value, format),
    weight: top === 0 ? 0 : Math.min(1, value / top),
    ...(state === "seen" ? {} : { mark: state === "expected" ? "tentative" : "unfinished" }),
  });
  const fill = (cells: HeatCell[]) => [...cells, ...Array.from({ length: width - cells.length }, () => null)];
  const average = averageValues(cohorts, choice).map((value) => toCell({ value, state: "seen" }));
  return {
    columns: Array.from({ length: width }, (_, month) => format.number(month)),
    rows: [
      ...(choice.per === "customer" && average.length > 0
        ? [{ key: "average", heading: t("average"), cells: fill(average) }]
        : []),
      ...lines.map(({ cohort: { month, customers }, values }) => ({
        key: month,
        heading: format.month(month),
        note: format.number(customers),
        cells: fill(values.map(toCell)),
      })),
    ],
  };
}

function valueText({ measure, per }: CohortChoice, value: number, format: Format): string {
  if (measure === "spend") return format.roundMoney(value);
  if (per === "cohort") return format.number(Math.round(value));
  return measure === "retention" ? format.percent(value) : format.number(Math.round(value * 100) / 100);
}

type CsvRow = Cohort["seen"][number] & {
  cohort: Cohort;
  month: number;
  state: CohortValue["state"];
};

/** Every cell of every measure, a line each. */
export function useCohortCsv({ cohorts }: Cohorts): FigureTable<CsvRow> {
  const { t } = useTranslation("cohorts");
  const { decimal } = useFormat();
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    name: "cohorts",
    rows: cohorts.flatMap((cohort) => {
      const states = cohortValues(cohort, { measure: "orders", per: "cohort", span: "month" });
      const cells = [...cohort.seen, ...cohort.expected.slice(1)];
      return cells.map((cell, month) => ({ ...cell, cohort, month, state: states[month]?.state ?? "seen" }));
    }),
    columns: [
      { heading: t("columns.cohort"), value: ({ cohort }) => cohort.month },
      { heading: t("columns.size"), value: ({ cohort }) => cohort.customers },
      { heading: t("columns.month"), value: ({ month }) => month },
      { heading: t("columns.state"), value: ({ state }) => t(`states.${state}`) },
      { heading: t("columns.customers"), value: ({ customers }) => round(customers) },
      { heading: t("columns.returned"), value: ({ returned }) => round(returned) },
      { heading: t("columns.orders"), value: ({ orders }) => round(orders) },
      { heading: t("columns.spend"), value: ({ netMinor }) => decimal(Math.round(netMinor)) },
    ],
  };
}

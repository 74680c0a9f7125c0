import { useTranslation } from "react-i18next";
import type { FigureTable } from "../charts/figure-table.ts";
import type { HeatCell, HeatRow } from "../charts/heat-table.tsx";
import { useFormat } from "../shop-context.tsx";
import type { ClassCell, ClassMeasure, ClassMonth, ClassTable } from "./class-table.ts";

/** The table as the page shows it: the latest month first, where it is seen without scrolling. */
export function useClassRows(
  { months, rows }: ClassTable,
  measure: ClassMeasure,
): { columns: string[]; rows: HeatRow[] } {
  const { month, number, percent, roundMoney } = useFormat();
  const valueOf = ({ netMinor, customers }: ClassCell, at: ClassMonth | undefined): number => {
    switch (measure) {
      case "spend":
        return netMinor;
      case "share":
        return at === undefined || at.netMinor === 0 ? 0 : netMinor / at.netMinor;
      case "customers":
        return customers;
    }
  };
  const text = { spend: roundMoney, share: percent, customers: number }[measure];
  const top = Math.max(
    ...rows.flatMap(({ cells }) => cells.map((cell, index) => valueOf(cell, months[index]))),
    0,
  );
  return {
    columns: months.map((each) => month(each.month)).toReversed(),
    rows: rows.map(({ key, name, cells }) => ({
      key,
      heading: name,
      cells: cells
        .map((cell, index) => {
          const at = months[index];
          const value = valueOf(cell, at);
          return { text: text(value), weight: top === 0 ? 0 : value / top, mark: markOf(at) };
        })
        .toReversed(),
    })),
  };
}

function markOf(at: ClassMonth | undefined): HeatCell["mark"] {
  if (at?.over === false) return "unfinished";
  return at?.known === false ? "tentative" : undefined;
}

type CsvRow = ClassCell & { at: ClassMonth; name: string };

/** A line for each class and month. */
export function useClassCsv(kind: "tiers" | "groups", { months, rows }: ClassTable): FigureTable<CsvRow> {
  const { t } = useTranslation("returning");
  const { decimal } = useFormat();
  return {
    name: `value-by-${kind}`,
    rows: months.flatMap((at, index) =>
      rows.map(({ name, cells }) => ({ netMinor: 0, customers: 0, ...cells[index], at, name })),
    ),
    columns: [
      { heading: t("month"), value: ({ at }) => at.month },
      { heading: t(`${kind}.corner`), value: ({ name }) => name },
      {
        heading: t("value.basis"),
        value: ({ at }) => (at.known && at.over ? t("value.basisThen") : t("value.basisToday")),
      },
      { heading: t("value.customers"), value: ({ customers }) => customers },
      { heading: t("value.spend"), value: ({ netMinor }) => decimal(netMinor) },
    ],
  };
}

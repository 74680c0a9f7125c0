import { useTranslation } from "react-i18next";
import type { Figures, ShopFigures } from "#app/insights/reports/shop-figures-report.server.ts";
import type { FigureTable } from "../charts/figure-table.ts";
import type { Format } from "../format.ts";
import { useFormat } from "../shop-context.tsx";
import { figureValue, SHOP_FIGURES } from "./shop-figure-kinds.ts";

type Known = (typeof SHOP_FIGURES)[number];

export type ShownFigure = {
  key: Known["key"];
  value: string;
  trend: string;
  /** What the value is made of: "412 of 1,190". */
  of: string;
};

type Ratio = Figures[Known["key"]];
type Row = Known & { title: string; now: Ratio; before: Ratio };

/** The figures as the page writes them, and as a file has them. */
export function useShopFigures({ now, before, trendDays: days }: ShopFigures): {
  shown: ShownFigure[];
  table: FigureTable<Row>;
} {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const rows = SHOP_FIGURES.map((figure) => ({
    ...figure,
    title: t(`figures.items.${figure.key}.title`),
    now: now[figure.key],
    before: before[figure.key],
  }));
  const trendOf = (row: Row, value: number): string => {
    const earlier = figureValue(row.before);
    if (earlier === null) return t("figures.noBefore", { days });
    const text = valueText(row.kind, earlier, format);
    // Values that read the same are the same.
    if (text === valueText(row.kind, value, format)) return t("figures.before", { value: text, days });
    return t(value > earlier ? "figures.up" : "figures.down", { value: text, days });
  };
  return {
    shown: rows.map((row) => {
      const value = figureValue(row.now);
      const text = (amount: number, isMoney: boolean) =>
        isMoney ? format.money(Math.round(amount)) : format.number(amount);
      return {
        key: row.key,
        value: value === null ? "–" : valueText(row.kind, value, format),
        trend: value === null ? t("figures.none") : trendOf(row, value),
        of: t("figures.of", {
          part: text(row.now.part, row.partIsMoney),
          whole: text(row.now.whole, row.wholeIsMoney),
        }),
      };
    }),
    table: { name: "shop-figures", rows, columns: useColumns(days) },
  };
}

function useColumns(days: number): FigureTable<Row>["columns"] {
  const { t } = useTranslation("insights");
  const { decimal } = useFormat();
  const amount = (value: number | null, isMoney: boolean) =>
    value !== null && isMoney ? decimal(Math.round(value)) : value;
  const threeOf = (of: "now" | "before", headings: readonly [string, string, string]) => [
    { heading: headings[0], value: (row: Row) => amount(figureValue(row[of]), row.kind === "money") },
    { heading: headings[1], value: (row: Row) => amount(row[of].part, row.partIsMoney) },
    { heading: headings[2], value: (row: Row) => amount(row[of].whole, row.wholeIsMoney) },
  ];
  const then = [t("figures.columns.partBefore"), t("figures.columns.wholeBefore")] as const;
  return [
    { heading: t("figures.columns.figure"), value: ({ title }) => title },
    ...threeOf("now", [t("figures.columns.value"), t("figures.columns.part"), t("figures.columns.whole")]),
    ...threeOf("before", [t("figures.columns.before", { days }), ...then]),
  ];
}

function valueText(kind: Known["kind"], value: number, format: Format): string {
  switch (kind) {
    case "share":
      return format.percent(value);
    case "money":
      return format.money(Math.round(value));
    case "ratio":
      return format.number(Math.round(value * 100) / 100);
  }
}

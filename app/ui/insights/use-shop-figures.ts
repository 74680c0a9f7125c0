import { useTranslation } from "react-i18next";
import type { ShopFigures } from "#app/insights/reports/shop-figures-report.server.ts";
import type { FigureTable } from "../charts/figure-table.ts";
import type { Format } from "../format.ts";
import { useFormat } from "../shop-context.tsx";
import { figureValue, SHOP_FIGURES, trendOf } from "./shop-figure-kinds.ts";

type Known = (typeof SHOP_FIGURES)[number];

export type ShownFigure = {
  key: Known["key"];
  value: string;
  trend: string;
  /** "412 of 1,190": what the value is a part of; null for a plain number. */
  of: string | null;
};

type Row = Known & {
  title: string;
  now: ShopFigures["now"][Known["key"]];
  before: ShopFigures["now"][Known["key"]];
};

/** The figures as the page writes them, and as a file has them. */
export function useShopFigures({ now, before, trendDays }: ShopFigures): {
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
  const trendText = (row: Row): string => {
    const [current, earlier] = [figureValue(row.now), figureValue(row.before)];
    const value = earlier === null ? null : textOf(row.kind, earlier, format);
    const trend = trendOf(
      current === null ? null : textOf(row.kind, current, format),
      value,
      (current ?? 0) > (earlier ?? 0),
    );
    const words = { value, days: trendDays };
    switch (trend) {
      case null:
        return current === null ? "" : t("figures.noBefore", { days: trendDays });
      case "same":
        return t("figures.before", words);
      case "up":
        return t("figures.up", words);
      case "down":
        return t("figures.down", words);
    }
  };
  return {
    shown: rows.map((row) => {
      const value = figureValue(row.now);
      return {
        key: row.key,
        value: value === null ? t("figures.none") : textOf(row.kind, value, format),
        trend: trendText(row),
        of: typeof row.now === "number" ? null : t("figures.of", partsOf(row, row.now, format)),
      };
    }),
    table: { name: "shop-figures", rows, columns: useColumns(trendDays, format) },
  };
}

function useColumns(days: number, format: Format): FigureTable<Row>["columns"] {
  const { t } = useTranslation("insights");
  const value = ({ kind, now }: Pick<Row, "kind" | "now">) => {
    const figure = figureValue(now);
    return figure !== null && kind === "money" ? format.decimal(Math.round(figure)) : figure;
  };
  const partOf = (figure: Row["now"], row: Row, of: "part" | "whole") => {
    if (typeof figure === "number") return null;
    return row.minor[of] ? format.decimal(Math.round(figure[of])) : figure[of];
  };
  return [
    { heading: t("figures.columns.figure"), value: ({ title }) => title },
    { heading: t("figures.columns.value"), value },
    { heading: t("figures.columns.part"), value: (row) => partOf(row.now, row, "part") },
    { heading: t("figures.columns.whole"), value: (row) => partOf(row.now, row, "whole") },
    {
      heading: t("figures.columns.before", { days }),
      value: ({ kind, before }) => value({ kind, now: before }),
    },
    { heading: t("figures.columns.partBefore"), value: (row) => partOf(row.before, row, "part") },
    { heading: t("figures.columns.wholeBefore"), value: (row) => partOf(row.before, row, "whole") },
  ];
}

function textOf(kind: Known["kind"], value: number, format: Format): string {
  switch (kind) {
    case "share":
      return format.percent(value);
    case "money":
      return format.money(Math.round(value));
    case "ratio":
      return format.number(Math.round(value * 100) / 100);
    case "count":
      return format.number(value);
  }
}

function partsOf({ minor }: Row, { part, whole }: { part: number; whole: number }, format: Format) {
  const text = (value: number, isMoney: boolean) =>
    isMoney ? format.money(Math.round(value)) : format.number(value);
  return { part: text(part, minor.part), whole: text(whole, minor.whole) };
}

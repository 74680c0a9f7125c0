import type { Figures } from "#app/insights/reports/shop-figures-report.server.ts";

type FigureKey = keyof Figures;

/** What a figure is: a share, an average amount, an average count, or a count. */
type Kind = "share" | "money" | "ratio" | "count";

/** The figures in the order in which they are shown, and in what units their part and whole are. */
export const SHOP_FIGURES = [
  { key: "repurchase30", kind: "share", minor: { part: false, whole: false } },
  { key: "repurchase90", kind: "share", minor: { part: false, whole: false } },
  { key: "retention7", kind: "share", minor: { part: false, whole: false } },
  { key: "retention30", kind: "share", minor: { part: false, whole: false } },
  { key: "orderValue", kind: "money", minor: { part: true, whole: false } },
  { key: "ordersPerCustomer", kind: "ratio", minor: { part: false, whole: false } },
  { key: "repeatRevenue", kind: "share", minor: { part: true, whole: true } },
  { key: "topFifth", kind: "share", minor: { part: true, whole: true } },
  { key: "newCustomers", kind: "count", minor: { part: false, whole: false } },
  { key: "returningCustomers", kind: "count", minor: { part: false, whole: false } },
] as const satisfies readonly {
  key: FigureKey;
  kind: Kind;
  minor: { part: boolean; whole: boolean };
}[];

/** A figure's value: a part of its whole, or the number itself. Null where the whole is nothing. */
export function figureValue(figure: Figures[FigureKey]): number | null {
  if (typeof figure === "number") return figure;
  return figure.whole === 0 ? null : figure.part / figure.whole;
}

/** How a figure moved since; null where it can't be told. Values that read the same are the same. */
export function trendOf(
  now: string | null,
  before: string | null,
  rose: boolean,
): "up" | "down" | "same" | null {
  if (now === null || before === null) return null;
  if (now === before) return "same";
  return rose ? "up" : "down";
}

import type { Figures } from "#app/insights/reports/shop-figures-report.server.ts";

/** What a figure is: a share, or how much (money) or how many there are of its part for each of its whole. */
type Kind = "share" | "money" | "ratio";

type Figure = { key: keyof Figures; kind: Kind; partIsMoney: boolean; wholeIsMoney: boolean };

const plain = { partIsMoney: false, wholeIsMoney: false } as const;

/** The figures in the order in which they are shown. */
export const SHOP_FIGURES = [
  { key: "repurchase30", kind: "share", ...plain },
  { key: "repurchase90", kind: "share", ...plain },
  { key: "returningCustomers", kind: "share", ...plain },
  { key: "retention7", kind: "share", ...plain },
  { key: "retention30", kind: "share", ...plain },
  { key: "repeatRevenue", kind: "share", partIsMoney: true, wholeIsMoney: true },
  { key: "orderValue", kind: "money", partIsMoney: true, wholeIsMoney: false },
  { key: "ordersPerCustomer", kind: "ratio", ...plain },
  { key: "topFifth", kind: "share", partIsMoney: true, wholeIsMoney: true },
] as const satisfies readonly Figure[];

/** A figure's value; null where the whole is nothing. */
export function figureValue({ part, whole }: Figures[keyof Figures]): number | null {
  return whole === 0 ? null : part / whole;
}

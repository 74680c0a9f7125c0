import { useTranslation } from "react-i18next";
import type { Share } from "#app/insights/rfm-figures.ts";
import type { Column } from "../charts/figure-table.ts";
import { useFormat } from "../shop-context.tsx";

/** The columns that every table of customers and revenue ends with; `total` is of all customers with a purchase. */
export function useShareColumns(total: Share): Column<Share>[] {
  const { t } = useTranslation("rfm");
  const { number, percent, money, decimal } = useFormat();
  return [
    {
      heading: t("columns.customers"),
      numeric: true,
      value: ({ customers }) => customers,
      text: ({ customers }) => number(customers),
    },
    {
      heading: t("columns.customerShare"),
      numeric: true,
      value: ({ customers }) => shareOf(customers, total.customers),
      text: ({ customers }) => percent(shareOf(customers, total.customers)),
    },
    {
      heading: t("columns.revenue"),
      numeric: true,
      value: ({ revenueMinor }) => decimal(revenueMinor),
      text: ({ revenueMinor }) => money(revenueMinor),
    },
    {
      heading: t("columns.revenueShare"),
      numeric: true,
      value: ({ revenueMinor }) => shareOf(revenueMinor, total.revenueMinor),
      text: ({ revenueMinor }) => percent(shareOf(revenueMinor, total.revenueMinor)),
    },
  ];
}

/** 0 where there is no whole. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

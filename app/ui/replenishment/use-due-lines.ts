import { useTranslation } from "react-i18next";
import type { DueRow } from "#app/insights/replenishment.server.ts";

/** The rows as a CSV has them: days as ISO text, Shopify's numbers beside the names. */
export function useDueLines(rows: readonly DueRow[]): (string | number | null)[][] {
  const { t } = useTranslation("replenishment");
  return [
    [
      t("csvColumns.customerId"),
      t("columns.customer"),
      t("csvColumns.productId"),
      t("columns.product"),
      t("columns.due"),
      t("columns.last"),
      t("columns.times"),
      t("columns.gap"),
    ],
    ...rows.map((row) => [
      row.customerId,
      row.name,
      row.productId,
      row.title,
      row.dueDay,
      row.lastDay,
      row.purchaseDays,
      Math.round(row.gapDays),
    ]),
  ];
}

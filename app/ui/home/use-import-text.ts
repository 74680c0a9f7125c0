import { useTranslation } from "react-i18next";
import type { HomePage } from "#app/insights/home.server.ts";
import { useFormat } from "../shop-context.tsx";

/** How the reading of the history stands, in a sentence. */
export function useImportText(history: HomePage["import"]): string {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { orders, customers } = history.counts;
  const of = ({ done, total }: { done: number; total: number | null }): string =>
    total === null
      ? format.number(done)
      : t("guide.import.of", { done: format.number(done), total: format.number(total) });
  switch (history.state) {
    case "queued":
      return t("guide.import.queued");
    case "failed":
      return t("guide.import.failed");
    case "done":
      return t("guide.import.done", { count: orders.done, customers: format.number(customers.done) });
    case "reading":
      return t("guide.import.reading", {
        orders: of(orders),
        customers: of(customers),
        left: left(history.millisecondsLeft),
      });
  }

  function left(milliseconds: number | null): string {
    if (milliseconds === null) return "";
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    return seconds < 90
      ? t("guide.import.leftSeconds", { count: seconds })
      : t("guide.import.leftMinutes", { count: Math.round(seconds / 60) });
  }
}

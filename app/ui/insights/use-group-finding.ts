import { useTranslation } from "react-i18next";
import type { Share } from "#app/insights/rfm-figures.ts";
import { useFormat } from "../shop-context.tsx";
import { shareOf } from "./use-share-columns.ts";

/** "Champions: 10% of customers, 45% of revenue": of the group that brings most. */
export function useGroupFinding(): (groups: readonly (Share & { label: string })[], total: Share) => string {
  const { t } = useTranslation("rfm");
  const { percent } = useFormat();
  return (groups, total) => {
    const [best] = groups.toSorted((a, b) => b.revenueMinor - a.revenueMinor);
    return t("finding", {
      group: best?.label ?? "",
      customers: percent(shareOf(best?.customers ?? 0, total.customers)),
      revenue: percent(shareOf(best?.revenueMinor ?? 0, total.revenueMinor)),
    });
  };
}

import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Says how far away a due day is: "in 3 days", "today", "5 days overdue". */
export function useDueText(): (inDays: number) => string {
  const { t } = useTranslation("replenishment");
  return useCallback(
    (inDays) => {
      if (inDays === 0) return t("when.today");
      return inDays > 0 ? t("when.in", { count: inDays }) : t("when.overdue", { count: -inDays });
    },
    [t],
  );
}

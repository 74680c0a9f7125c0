import { useTranslation } from "react-i18next";
import type { Reason } from "#app/changes/model.ts";
import { useFormat } from "../shop-context.tsx";

/** Says why a change is wanted, in the reader's language. */
export function useReason(): (reason: Reason) => string {
  const { t } = useTranslation(["changes", "common"]);
  const format = useFormat();
  return ({ key, tier, spendMinor, group }) =>
    t(`changes:reasons.${key}`, {
      tier: tier ?? "",
      spend: spendMinor === undefined ? "" : format.money(spendMinor),
      group: group === undefined ? "" : t(`common:groups.${group}`),
    });
}

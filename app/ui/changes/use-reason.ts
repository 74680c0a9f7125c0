import { useTranslation } from "react-i18next";
import type { Reason } from "#app/changes/model.ts";
import { useFormat } from "../shop-context.tsx";
import { useGroupName } from "../use-group-name.ts";

/** Says why a change is wanted, in the reader's language. */
export function useReason(): (reason: Reason) => string {
  const { t } = useTranslation("changes");
  const format = useFormat();
  const nameOf = useGroupName();
  return ({ key, tier, spendMinor, group }) =>
    t(`reasons.${key}`, {
      tier: tier ?? "",
      spend: spendMinor === undefined ? "" : format.money(spendMinor),
      group: group === undefined ? "" : nameOf(group),
    });
}

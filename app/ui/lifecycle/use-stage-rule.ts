import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Rhythm } from "#app/value/lifecycle/rhythm.ts";
import type { Stage } from "#app/value/lifecycle/stages.ts";
import { useFormat } from "../shop-context.tsx";

/** Says which customers are in a stage, with the shop's limits in days. */
export function useStageRule({ after: [first, second, later], loyalFrom }: Rhythm): (stage: Stage) => string {
  const { t } = useTranslation("lifecycle");
  const { number } = useFormat();
  return useCallback(
    (stage) => {
      const limit = stage === "lapsed" ? "lapsedDays" : "slippingDays";
      return t(`rules.${stage}`, {
        first: number(first[limit]),
        second: number(second[limit]),
        later: number(later[limit]),
        loyalFrom: number(loyalFrom),
      });
    },
    [t, number, first, second, later, loyalFrom],
  );
}

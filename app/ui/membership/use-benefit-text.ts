import { useTranslation } from "react-i18next";
import type { Benefit } from "#app/membership/policy.ts";
import { useFormat } from "../shop-context.tsx";

/** Says a benefit in the reader's language: "5% off every order". */
export function useBenefitText(): (benefit: Benefit) => string {
  const { t } = useTranslation("membership");
  const { percent } = useFormat();
  return (benefit) =>
    t(`benefitText.${benefit.kind}`, {
      percent: benefit.kind === "percentage" ? percent(benefit.basisPoints / 10_000) : "",
    });
}

import { Card, BlockStack, Text } from "@shopify/polaris";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../shop-context.tsx";
import { useBenefitText } from "./use-benefit-text.ts";
import type { ShownLadder } from "./use-ladder-preview.ts";

/** The ladder as a picture: a step a tier, the higher the harder to reach, with who stands on it. */
export function TierSteps({ shown: { definition, preview, counting } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { money, number, percent } = useFormat();
  const benefitText = useBenefitText();
  const everybody = preview.tiers.reduce((sum, tier) => sum + tier.customers, 0);
  const above = everybody - (preview.tiers[0]?.customers ?? 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("steps.finding", { count: above, share: percent(everybody === 0 ? 0 : above / everybody) })}
        </Text>
        <ol className="laurel-steps" aria-busy={counting}>
          {definition.tiers.map((tier, rank) => (
            <li key={tier.key} className="laurel-step" style={atRank(rank)}>
              <Text as="h3" variant="headingSm" breakWord>
                {tier.name}
              </Text>
              <Text as="p" variant="headingLg" numeric>
                {number(preview.tiers[rank]?.customers ?? 0)}
              </Text>
              <Text as="p" variant="bodySm">
                {rank === 0 ? t("steps.everybody") : t("steps.from", { amount: money(tier.enterMinor) })}
              </Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {benefitText(tier.benefit)}
              </Text>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function atRank(rank: number): CSSProperties {
  const style: CSSProperties & Record<"--rank", number> = { "--rank": rank };
  return style;
}

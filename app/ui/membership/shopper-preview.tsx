import { BlockStack, Box, Card, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { nextTier, tierFor } from "#app/membership/ladder.ts";
import type { Definition } from "#app/membership/policy.ts";
import { useFormat } from "../shop-context.tsx";
import { sampleSpend } from "./sample-spend.ts";
import { useBenefitText } from "./use-benefit-text.ts";

/** What the block on the theme says to a customer who is half-way to the next tier. */
export function ShopperPreview({ definition }: { definition: Definition }) {
  const { t } = useTranslation("membership");
  const { money } = useFormat();
  const benefitText = useBenefitText();
  const spend = sampleSpend(definition);
  const { tier, rank } = tierFor(definition, spend);
  const next = nextTier(definition, rank)?.tier;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("shopper.title")}
        </Text>
        <Text as="p" tone="subdued">
          {t("shopper.help", { spend: money(spend) })}
        </Text>
        <Box padding="400" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="200">
            <Text as="p" variant="headingLg" breakWord>
              {tier.name}
            </Text>
            {next !== undefined && (
              <>
                <ProgressBar
                  progress={Math.floor((spend / next.enterMinor) * 100)}
                  size="small"
                  ariaLabelledBy="shopper-progress"
                />
                <Text as="p" id="shopper-progress">
                  {t("shopper.progress", { missing: money(next.enterMinor - spend), tier: next.name })}
                </Text>
              </>
            )}
            {tier.benefit.kind !== "none" && <Text as="p">✓ {benefitText(tier.benefit)}</Text>}
            {next !== undefined && next.benefit.kind !== "none" && (
              <Text as="p" tone="subdued">
                {t("shopper.next", { tier: next.name, benefit: benefitText(next.benefit) })}
              </Text>
            )}
          </BlockStack>
        </Box>
      </BlockStack>
    </Card>
  );
}

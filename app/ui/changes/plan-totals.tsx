import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PlanSummary } from "#app/insights/plan-summary.ts";
import { useFormat } from "../shop-context.tsx";
import { KIND_KEY, KINDS } from "./kind-key.ts";

/** How many changes of each kind a plan has. */
export function PlanTotals({ plan }: { plan: PlanSummary }) {
  const { t } = useTranslation("changes");
  const format = useFormat();
  const present = KINDS.filter((kind) => plan.byKind[kind] !== undefined);
  return (
    <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
      {present.map((kind) => (
        <Card key={kind}>
          <BlockStack gap="100">
            <Text as="h3" variant="bodySm" tone="subdued">
              {t(`kind.${KIND_KEY[kind]}`)}
            </Text>
            <Text as="p" variant="headingLg" numeric>
              {format.number(Object.values(plan.byKind[kind] ?? {}).reduce((sum, count) => sum + count, 0))}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {t(`kindHelp.${KIND_KEY[kind]}`)}
            </Text>
          </BlockStack>
        </Card>
      ))}
    </InlineGrid>
  );
}

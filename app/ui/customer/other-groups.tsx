import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ScoreView } from "#app/insights/customer.server.ts";

/** What the customer is among the ten groups and among the eight. */
export function OtherGroups({ score: { rfGroup, valueGroup } }: { score: ScoreView }) {
  const { t } = useTranslation(["rfm", "common"]);
  return (
    <>
      {rfGroup !== null && <Group title={t("card.rf")} name={t(`common:rfGroups.${rfGroup}`)} />}
      {valueGroup !== null && <Group title={t("card.value")} name={t(`common:valueGroups.${valueGroup}`)} />}
    </>
  );
}

function Group({ title, name }: { title: string; name: string }) {
  return (
    <BlockStack>
      <Text as="h3" variant="bodySm" tone="subdued">
        {title}
      </Text>
      <Text as="p">{name}</Text>
    </BlockStack>
  );
}

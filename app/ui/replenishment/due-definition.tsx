import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Definition } from "../charts/disclosure.tsx";

/** How the due day is worked out, one click away. */
export function DueDefinition() {
  const { t } = useTranslation(["replenishment", "common"]);
  return (
    <Card>
      <BlockStack gap="200">
        <Definition>
          <BlockStack gap="200">
            <Text as="p">{t("definition.gap")}</Text>
            <Text as="p">{t("definition.who")}</Text>
            <Text as="p">{t("definition.end")}</Text>
            <Text as="p">{t("definition.orders")}</Text>
          </BlockStack>
        </Definition>
      </BlockStack>
    </Card>
  );
}

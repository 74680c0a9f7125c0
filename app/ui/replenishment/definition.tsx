import { BlockStack, Button, Card, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** How the due day is worked out, one click away. */
export function Definition() {
  const { t } = useTranslation(["replenishment", "common"]);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack>
          <Button
            variant="plain"
            ariaExpanded={open}
            ariaControls={id}
            disclosure={open ? "up" : "down"}
            onClick={() => setOpen(!open)}
          >
            {t("common:charts.definition")}
          </Button>
        </InlineStack>
        <Collapsible id={id} open={open}>
          <BlockStack gap="200">
            <Text as="p">{t("definition.gap")}</Text>
            <Text as="p">{t("definition.who")}</Text>
            <Text as="p">{t("definition.end")}</Text>
            <Text as="p">{t("definition.orders")}</Text>
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

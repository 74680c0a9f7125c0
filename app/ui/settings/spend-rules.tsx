import { BlockStack, Card, Checkbox, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "./settings-section.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";

/** What counts as spend. */
export function SpendRules({ settings, change }: SettingsFormProps) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("counts.title")} help={t("counts.help")}>
      <Card>
        <BlockStack gap="300">
          <Checkbox
            label={t("counts.tax")}
            helpText={t("counts.taxHelp")}
            checked={settings.countTax}
            onChange={(countTax) => change({ countTax })}
          />
          <Checkbox
            label={t("counts.shipping")}
            helpText={t("counts.shippingHelp")}
            checked={settings.countShipping}
            onChange={(countShipping) => change({ countShipping })}
          />
          <PurchaseDefinition />
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

const RULES = ["paid", "out", "refunds", "giftCards", "sameDay", "currency", "edits", "merges"] as const;

/** The one definition of a purchase that every figure goes by. */
function PurchaseDefinition() {
  const { t } = useTranslation("settings");
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t("purchase.title")}
      </Text>
      <List>
        {RULES.map((rule) => (
          <List.Item key={rule}>{t(`purchase.${rule}`)}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

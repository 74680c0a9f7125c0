import { BlockStack, Card, Checkbox, Text } from "@shopify/polaris";
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
          <Text as="p" tone="subdued">
            {t("counts.giftCards")}
          </Text>
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

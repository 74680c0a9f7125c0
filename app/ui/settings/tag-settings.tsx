import { BlockStack, Card, Checkbox, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "./settings-section.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";

/** What Laurel's tags look like. */
export function TagSettings({ settings, change, errorAt }: SettingsFormProps) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("tags.title")} help={t("tags.help")}>
      <Card>
        <BlockStack gap="300">
          <TextField
            label={t("tags.tierPrefix")}
            value={settings.tierTagPrefix}
            helpText={t("tags.example", { tag: `${settings.tierTagPrefix}gold` })}
            autoComplete="off"
            onChange={(tierTagPrefix) => change({ tierTagPrefix })}
            {...errorAt("tierTagPrefix")}
          />
          <Checkbox
            label={t("tags.rfm")}
            helpText={t("tags.rfmHelp")}
            checked={settings.rfmTags}
            onChange={(rfmTags) => change({ rfmTags })}
          />
          <TextField
            label={t("tags.rfmPrefix")}
            value={settings.rfmTagPrefix}
            helpText={t("tags.example", { tag: `${settings.rfmTagPrefix}champions` })}
            autoComplete="off"
            disabled={!settings.rfmTags}
            onChange={(rfmTagPrefix) => change({ rfmTagPrefix })}
            {...errorAt("rfmTagPrefix")}
          />
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

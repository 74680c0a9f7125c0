import { BlockStack, Button, Card, List } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "./settings-section.tsx";

/** How to go without leaving anything behind. */
export function Uninstalling() {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("uninstall.title")} help={t("uninstall.help")}>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <List type="number">
            <List.Item>{t("uninstall.first")}</List.Item>
            <List.Item>{t("uninstall.second")}</List.Item>
            <List.Item>{t("uninstall.third")}</List.Item>
          </List>
          <Button url="/app/changes">{t("uninstall.link")}</Button>
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SettingsPage } from "#app/insights/settings.server.ts";
import { SettingsSection } from "./settings-section.tsx";

/** What Shopify decides, to be read only. */
export function ShopFacts({ shop }: Pick<SettingsPage, "shop">) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("shop.title")} help={t("shop.help")}>
      <Card>
        <InlineGrid columns={2} gap="400">
          <Fact name={t("shop.currency")} value={shop.currency} />
          <Fact name={t("shop.timeZone")} value={shop.timeZone} />
        </InlineGrid>
      </Card>
    </SettingsSection>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" tone="subdued">
        {name}
      </Text>
      <Text as="p">{value}</Text>
    </BlockStack>
  );
}

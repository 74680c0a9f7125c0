import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerPage } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";

/** Orders, money and dates over all time. */
export function FactsCard({ facts }: Pick<CustomerPage, "facts">) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const lines =
    facts === null
      ? []
      : [
          [t("facts.orders"), format.number(facts.frequency)],
          [t("facts.net"), format.money(facts.netMinor)],
          [t("facts.first"), format.day(facts.firstDay)],
          [t("facts.last"), format.day(facts.lastDay)],
        ];
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm" tone="subdued">
          {t("facts.title")}
        </Text>
        {facts === null && <Text as="p">{t("facts.none")}</Text>}
        {lines.map(([name, value]) => (
          <InlineStack key={name} align="space-between" gap="200">
            <Text as="span">{name}</Text>
            <Text as="span" numeric>
              {value}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

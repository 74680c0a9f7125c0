import { BlockStack, Card, DataTable, Link as PolarisLink, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { HomePage } from "#app/insights/home.server.ts";
import { useFormat } from "../shop-context.tsx";

/** How many customers each tier has and what they spend, with a bar for the share. */
export function TierTable({ tiers }: { tiers: HomePage["tiers"] }) {
  const { t } = useTranslation("home");
  const { number, percent, roundMoney } = useFormat();
  const customers = tiers.reduce((sum, tier) => sum + tier.customers, 0);
  const spend = tiers.reduce((sum, tier) => sum + tier.spendMinor, 0);
  const top = tiers.at(-1);
  if (top === undefined || customers === 0) return null;
  const finding = t("tiers.finding", {
    tier: top.name,
    customers: percent(top.customers / customers),
    spend: percent(spend === 0 ? 0 : top.spendMinor / spend),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {finding}
        </Text>
        <DataTable
          columnContentTypes={["text", "numeric", "numeric", "text"]}
          headings={[t("tiers.tier"), t("tiers.customers"), t("tiers.spend"), t("tiers.share")]}
          rows={tiers.toReversed().map((tier) => [
            <PolarisLink key={tier.key} url={`/app/customers?tier=${encodeURIComponent(tier.key)}`}>
              {tier.name}
            </PolarisLink>,
            number(tier.customers),
            roundMoney(tier.spendMinor),
            <Bar
              key="bar"
              share={spend === 0 ? 0 : tier.spendMinor / spend}
              text={percent(spend === 0 ? 0 : tier.spendMinor / spend)}
            />,
          ])}
        />
      </BlockStack>
    </Card>
  );
}

function Bar({ share, text }: { share: number; text: string }) {
  return (
    <span className="laurel-bar">
      <span className="laurel-bar-fill" style={{ inlineSize: `${Math.max(1, share * 100)}%` }} />
      <span>{text}</span>
    </span>
  );
}

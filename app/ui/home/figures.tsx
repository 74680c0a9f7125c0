import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { HomePage } from "#app/insights/home.server.ts";
import { useFormat } from "../shop-context.tsx";

/** The shop's key figures, each with its definition under it. */
export function Figures({ figures }: { figures: NonNullable<HomePage["figures"]> }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { number, percent } = format;
  const share = (part: number, whole: number): string => percent(whole === 0 ? 0 : part / whole);
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="300">
      <Figure
        title={t("figures.members")}
        value={number(figures.members)}
        help={t("figures.membersHelp", { total: number(figures.customers) })}
      />
      <Figure
        title={t("figures.share")}
        value={share(figures.membersMinor, figures.windowMinor)}
        help={t("figures.shareHelp", { money: format.roundMoney(figures.windowMinor) })}
      />
      <Figure
        title={t("figures.moves")}
        value={t("figures.movesValue", { rose: number(figures.rose), fell: number(figures.fell) })}
        help={t("figures.movesHelp")}
      />
      <Figure
        title={t("figures.repurchase")}
        value={share(figures.repeatBuyers, figures.buyers)}
        help={t("figures.repurchaseHelp")}
      />
    </InlineGrid>
  );
}

function Figure({ title, value, help }: { title: string; value: string; help: string }) {
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h3" variant="bodySm" tone="subdued">
          {title}
        </Text>
        <Text as="p" variant="headingLg" numeric>
          {value}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {help}
        </Text>
      </BlockStack>
    </Card>
  );
}

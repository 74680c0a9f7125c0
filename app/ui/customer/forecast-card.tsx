import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerForecast } from "#app/insights/customer-forecast.server.ts";
import { useFormat } from "../shop-context.tsx";

/** What is expected of the customer in the next 12 months, each figure with what it means. */
export function ForecastCard({ forecast }: { forecast: CustomerForecast | null }) {
  const { t } = useTranslation(["ltv", "common"]);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm" tone="subdued">
            {t("customer.title")}
          </Text>
          {forecast !== null && (
            <Badge>{t("customer.class", { class: t(`common:clvClasses.${forecast.clvClass}`) })}</Badge>
          )}
        </InlineStack>
        {forecast === null ? (
          <Text as="p" tone="subdued">
            {t("customer.none")}
          </Text>
        ) : (
          <Forecast {...forecast} />
        )}
        <Link url="/app/insights/lifetime-value">{t("customer.more")}</Link>
      </BlockStack>
    </Card>
  );
}

function Forecast({
  alive,
  purchases,
  spendMinor,
  valueMinor,
  lowMinor,
  highMinor,
  clvClass,
  plain,
}: CustomerForecast) {
  const { t } = useTranslation("ltv");
  const { money, number, percent } = useFormat();
  return (
    <>
      <Figure
        name={t("customer.alive")}
        value={percent(alive)}
        why={alive === 1 ? t("customer.aliveAlways") : t("customer.aliveWhy")}
      />
      <Figure
        name={t("customer.purchases")}
        value={number(Math.round(purchases * 10) / 10)}
        why={t("customer.purchasesWhy")}
      />
      <Figure name={t("customer.spend")} value={money(spendMinor)} why={t("customer.spendWhy")} />
      {!plain && <Figure name={t("customer.value")} value={money(valueMinor)} why={t("customer.valueWhy")} />}
      <Figure
        name={t("customer.interval")}
        value={
          highMinor === 0
            ? t("customer.nothing")
            : t("customer.between", { low: money(lowMinor), high: money(highMinor) })
        }
        why={highMinor === 0 ? t("customer.nothingWhy") : t("customer.intervalWhy")}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {t(`customer.classWhy.${clvClass}`)}
      </Text>
    </>
  );
}

function Figure({ name, value, why }: { name: string; value: string; why: string }) {
  return (
    <BlockStack>
      <InlineStack align="space-between" gap="200">
        <Text as="h3" fontWeight="medium">
          {name}
        </Text>
        <Text as="span" numeric>
          {value}
        </Text>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {why}
      </Text>
    </BlockStack>
  );
}

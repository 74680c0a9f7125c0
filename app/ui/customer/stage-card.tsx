import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerStage } from "#app/insights/customer-stage.server.ts";
import { useFormat } from "../shop-context.tsx";

type Known = NonNullable<CustomerStage["stage"]>;

/** The lifecycle stage: since when, why, and when it changes by itself. */
export function StageCard({ stage }: Pick<CustomerStage, "stage">) {
  const { t } = useTranslation("lifecycle");
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h2" variant="headingSm" tone="subdued">
          {t("customer.title")}
        </Text>
        {stage === null ? <Text as="p">{t("notYet")}</Text> : <Stage known={stage} />}
      </BlockStack>
    </Card>
  );
}

function Stage({ known: { stage, since, previous, reason, nextDay } }: { known: Known }) {
  const { t } = useTranslation(["lifecycle", "common"]);
  const format = useFormat();
  const why = useWhy(reason);
  const name = t(`common:stages.${stage}`);
  return (
    <>
      <Text as="p" variant="headingMd">
        {name}
      </Text>
      <Text as="p">{why}</Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {previous === null
          ? t("customer.since", { day: format.day(since) })
          : t("customer.sinceFrom", { day: format.day(since), previous: t(`common:stages.${previous}`) })}
      </Text>
      {nextDay !== null && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t("customer.next", {
            day: format.day(nextDay),
            next: t(`common:stages.${stage === "slipping" ? "lapsed" : "slipping"}`),
          })}
        </Text>
      )}
    </>
  );
}

function useWhy(reason: Known["reason"]): string {
  const { t } = useTranslation("lifecycle");
  const { day, number, percent } = useFormat();
  switch (reason.code) {
    case "never_bought":
      return t("why.never_bought");
    case "first_purchase":
      return t("why.first_purchase", { day: day(reason.lastDay) });
    case "in_rhythm":
      return t("why.in_rhythm", { count: reason.purchaseDays, day: day(reason.lastDay) });
    case "came_back":
      return t("why.came_back", {
        day: day(reason.lastDay),
        gap: number(reason.gapDays),
        limit: number(reason.limitDays),
      });
    case "silent":
      return t("why.silent", { day: day(reason.lastDay), limit: number(reason.limitDays) });
    case "unlikely":
      return t("why.unlikely", { day: day(reason.lastDay), alive: percent(reason.alivePercent / 100) });
  }
}

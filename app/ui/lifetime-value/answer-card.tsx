import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Definition } from "../charts/disclosure.tsx";
import type { LifetimeValue } from "#app/insights/reports/lifetime-value-report.server.ts";
import type { FittedReport } from "#app/value/clv/model-report.ts";
import { useFormat } from "../shop-context.tsx";

type Props = { data: LifetimeValue; report: FittedReport; day: string };

/** What all customers together are expected to bring, and by which model. */
export function AnswerCard({ data: { sum, worth }, report, day }: Props) {
  const { t } = useTranslation(["ltv", "common"]);
  const { roundMoney, number, percent } = useFormat();
  const { grossMargin, yearlyDiscount } = worth;
  const parts = [
    t("answer.spend", { purchases: number(Math.round(sum.purchases)), spend: roundMoney(sum.spendMinor) }),
    grossMargin === 1 ? t("answer.revenue") : t("answer.margin", { margin: percent(grossMargin) }),
    yearlyDiscount === 0
      ? t("answer.noDiscount")
      : t("answer.discount", { discount: percent(yearlyDiscount) }),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingLg">
            {t("answer.title", { count: sum.customers, value: roundMoney(sum.valueMinor) })}
          </Text>
          <Text as="p">
            {t("answer.interval", { low: roundMoney(sum.lowMinor), high: roundMoney(sum.highMinor) })}
          </Text>
          <Text as="p" tone="subdued">
            {parts.join(t("answer.comma"))} <Link url="/app/settings">{t("answer.settings")}</Link>
          </Text>
        </BlockStack>
        <ModelChoice report={report} day={day} />
        <Definition>
          <Text as="p">{t("definition.value")}</Text>
        </Definition>
      </BlockStack>
    </Card>
  );
}

/** Which model, what it takes for true, and why it rather than another. */
function ModelChoice({ report, day }: { report: FittedReport; day: string }) {
  const { t } = useTranslation("ltv");
  const format = useFormat();
  const { model, test, candidates, fallbacks } = report;
  const alone = candidates.every((candidate) => candidate.model === model || candidate.left !== null);
  const gaveWay = [
    ...candidates.flatMap(({ model: from, left }) => {
      if (left === null) return [];
      const names = { from: t(`models.${from}`), to: t("models.nbd") };
      return left === "too_many_histories"
        ? [t("answer.left", { model: names.from, reason: t(`reasons.${left}`) })]
        : [t("answer.fallback", { ...names, reason: t(`reasons.${left}`) })];
    }),
    ...fallbacks.map(({ from, to, reason }) =>
      t("answer.fallback", {
        from: t(`models.${from}`),
        to: t(`models.${to}`),
        reason: t(`reasons.${reason}`),
      }),
    ),
  ];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t("answer.model", { model: t(`models.${model}`) })}
      </Text>
      <Text as="p">
        {t(`modelHelp.${model}`)}{" "}
        {test === null
          ? t("answer.whyFit")
          : t(alone ? "answer.whyOnly" : "answer.whyTest", { weeks: format.number(test.days / 7) })}
      </Text>
      <Text as="p" tone="subdued">
        {t("answer.learned", {
          customers: format.number(report.customers),
          repeats: format.number(report.repeatCustomers),
          first: format.day(report.firstDay),
          day: format.day(day),
        })}
      </Text>
      {gaveWay.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t("answer.gaveWay")}
          </Text>
          <List>
            {gaveWay.map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </BlockStack>
      )}
    </BlockStack>
  );
}

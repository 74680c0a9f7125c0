import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LifetimeValue } from "#app/insights/reports/lifetime-value-report.server.ts";
import type { Made } from "#app/insights/reports/report.ts";
import { FLOOR } from "#app/value/clv/fit-purchases.ts";
import type { ModelReport } from "#app/value/clv/model-report.ts";
import { ReportPage } from "../insights/report-page.tsx";
import { useFormat } from "../shop-context.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { ClassesChart } from "./classes-chart.tsx";
import { CompareChart } from "./compare-chart.tsx";
import { DecilesChart } from "./deciles-chart.tsx";
import { IntervalsCard } from "./intervals-card.tsx";
import { TestCard } from "./test-card.tsx";
import { TrackingChart } from "./tracking-chart.tsx";

/** What the shop's customers are expected to bring, and how far that can be trusted. */
export function LifetimeValueView({ report }: { report: Made<LifetimeValue> | null }) {
  const { t } = useTranslation("ltv");
  return (
    <ReportPage title={t("title")} report={report}>
      {(data) => <Figures {...data} />}
    </ReportPage>
  );
}

function Figures(data: LifetimeValue) {
  const { t } = useTranslation("ltv");
  const report = data.model?.report;
  if (data.model === null || report === undefined) {
    return <Banner title={t("none.title")}>{t("none.help")}</Banner>;
  }
  if (report.kind === "thin") return <Thin report={report} />;
  const { test } = report;
  return (
    <>
      <AnswerCard data={data} report={report} day={data.model.day} />
      <ClassesChart sum={data.sum} classes={data.classes} />
      <TestCard report={report} />
      <TrackingChart report={report} />
      {test !== null && (
        <>
          <DecilesChart test={test} />
          <CompareChart report={report} test={test} />
          <IntervalsCard test={test} />
        </>
      )}
    </>
  );
}

function Thin({ report }: { report: Extract<ModelReport, { kind: "thin" }> }) {
  const { t } = useTranslation("ltv");
  const { number, money } = useFormat();
  const { customers, repeatCustomers, average } = report;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("thin.title")}
        </Text>
        <Text as="p">
          {t("thin.help", {
            customers: number(customers),
            repeats: number(repeatCustomers),
            needCustomers: FLOOR.customers,
            needRepeats: FLOOR.repeatCustomers,
          })}
        </Text>
        {average !== null && (
          <Text as="p">
            {t("thin.average", {
              spend: money(average.spendMinor),
              purchases: number(Math.round(average.purchases * 10) / 10),
              low: money(0),
              high: money(average.highMinor),
            })}
          </Text>
        )}
        <Text as="p" tone="subdued">
          {t("thin.again")}
        </Text>
      </BlockStack>
    </Card>
  );
}

import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Made } from "#app/insights/reports/report.ts";
import type { Returning } from "#app/insights/reports/returning-report.server.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import { ClassValueCard } from "./class-value-card.tsx";
import { ReportPage } from "./report-page.tsx";
import {
  lastFullMonth,
  returningShare,
  RETURNING_MEASURES,
  type ReturningMeasure,
} from "./returning-share.ts";

const ReturningChart = lazy(async () => ({
  default: (await import("./returning-chart.tsx")).ReturningChart,
}));

/** What new and returning customers, tiers and groups brought, month by month. */
export function ReturningView({ report }: { report: Made<Returning> | null }) {
  const { t } = useTranslation(["returning", "common"]);
  return (
    <ReportPage title={t("title")} report={report}>
      {(data) => {
        if (data.months.length === 0) {
          return (
            <Card>
              <Text as="p">{t("empty")}</Text>
            </Card>
          );
        }
        const months = data.months.map(({ month }) => month);
        const groups = RFM_GROUPS.map((key) => ({ key, name: t(`common:groups.${key}`) }));
        return (
          <>
            <ReturningCard data={data} />
            {data.tiers === null ? (
              <Card>
                <BlockStack gap="200">
                  <Text as="h2" variant="headingMd">
                    {t("tiers.title")}
                  </Text>
                  <Text as="p">{t("tiers.none")}</Text>
                </BlockStack>
              </Card>
            ) : (
              <ClassValueCard
                kind="tiers"
                months={months}
                value={data.tiers}
                classes={data.tiers.classes.toReversed()}
              />
            )}
            <ClassValueCard kind="groups" months={months} value={data.groups} classes={groups} />
          </>
        );
      }}
    </ReportPage>
  );
}

function ReturningCard({ data: { months, leftOut } }: { data: Returning }) {
  const { t } = useTranslation("returning");
  const { percent, month: monthText } = useFormat();
  const [measure, setMeasure] = useState<ReturningMeasure>("spend");
  const month = lastFullMonth(months);
  const table = useReturningTable(months);
  return (
    <ChartCard
      finding={t(`chart.finding.${measure}`, {
        share: percent(month === undefined ? 0 : returningShare(month, measure)),
        month: month === undefined ? "" : monthText(month.month),
      })}
      help={`${t("chart.help")}${leftOut > 0 ? ` ${t("leftOut", { shown: months.length, count: leftOut })}` : ""}`}
      definition={t("chart.definition")}
      table={table}
      above={
        <Select
          label={t("measure.label")}
          options={RETURNING_MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
          value={measure}
          onChange={(text) => setMeasure(RETURNING_MEASURES.find((each) => each === text) ?? "spend")}
        />
      }
    >
      <Later>
        <ReturningChart months={months} measure={measure} />
      </Later>
    </ChartCard>
  );
}

type Row = Returning["months"][number];

function useReturningTable(months: readonly Row[]): FigureTable<Row> {
  const { t } = useTranslation("returning");
  const { number, money, decimal, month: monthText } = useFormat();
  const count = (heading: string, of: (row: Row) => number) => ({
    heading,
    numeric: true,
    value: of,
    text: (row: Row) => number(of(row)),
  });
  const minor = (heading: string, of: (row: Row) => number) => ({
    heading,
    numeric: true,
    value: (row: Row) => decimal(of(row)),
    text: (row: Row) => money(of(row)),
  });
  return {
    name: "new-and-returning",
    rows: months,
    columns: [
      { heading: t("month"), value: ({ month }) => month, text: ({ month }) => monthText(month) },
      count(t("chart.columns.newCustomers"), (row) => row.new.customers),
      count(t("chart.columns.newOrders"), (row) => row.new.orders),
      minor(t("chart.columns.newSpend"), (row) => row.new.netMinor),
      count(t("chart.columns.returningCustomers"), (row) => row.returning.customers),
      count(t("chart.columns.returningOrders"), (row) => row.returning.orders),
      minor(t("chart.columns.returningSpend"), (row) => row.returning.netMinor),
    ],
  };
}

import { BlockStack, Card, Link, Select, Text } from "@shopify/polaris";
import { lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Concentration } from "#app/insights/reports/concentration-report.server.ts";
import type { ParetoCurve } from "#app/insights/reports/pareto-curve.server.ts";
import type { Made } from "#app/insights/reports/report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import { DecileTable, useDeciles } from "./decile-table.tsx";
import { ReportPage } from "./report-page.tsx";

const ParetoChart = lazy(async () => ({ default: (await import("./pareto-chart.tsx")).ParetoChart }));

const PERIODS = ["year", "lifetime"] as const;

/** How much of the revenue how many of the customers bring. */
export function ConcentrationView({ report }: { report: Made<Concentration> | null }) {
  const { t } = useTranslation("concentration");
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>("year");
  return (
    <ReportPage title={t("title")} report={report}>
      {(data) => (
        <>
          <Card>
            <BlockStack gap="200">
              <Select
                label={t("period.label")}
                options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
                value={period}
                onChange={(text) => setPeriod(PERIODS.find((each) => each === text) ?? "year")}
              />
              <Summary curve={data[period]} />
            </BlockStack>
          </Card>
          {data[period].netMinor > 0 && <Curve curve={data[period]} />}
        </>
      )}
    </ReportPage>
  );
}

/** The curve in numbers. */
function Summary({ curve: { customers, netMinor, gini } }: { curve: ParetoCurve }) {
  const { t } = useTranslation("concentration");
  const { number, money } = useFormat();
  const facts = { customers: number(customers), money: money(netMinor), gini: number(gini) };
  return <Text as="p">{netMinor === 0 ? t("empty") : t("curve.gini", facts)}</Text>;
}

function Curve({ curve }: { curve: ParetoCurve }) {
  const { t } = useTranslation("concentration");
  const { percent } = useFormat();
  const { pointsMinor, netMinor, customers, customersFor80: count } = curve;
  return (
    <>
      <ChartCard
        finding={t("curve.finding", { share: percent((pointsMinor[20] ?? 0) / netMinor) })}
        help={t("curve.help")}
        definition={t("curve.definition")}
        table={usePoints(curve)}
      >
        <Later>
          <ParetoChart curve={curve} />
        </Later>
      </ChartCard>
      <ChartCard
        finding={t("deciles.finding", { count, share: percent(count / customers) })}
        help={t("deciles.help")}
        definition={t("deciles.definition")}
        table={useDeciles(curve)}
        readable
      >
        <BlockStack gap="200">
          <DecileTable curve={curve} />
          <Link url="/app/customers">{t("deciles.link")}</Link>
        </BlockStack>
      </ChartCard>
    </>
  );
}

type Point = { percent: number; minor: number };

function usePoints({ pointsMinor, netMinor }: ParetoCurve): FigureTable<Point> {
  const { t } = useTranslation("concentration");
  const { percent: share, decimal, money } = useFormat();
  return {
    name: "concentration",
    rows: pointsMinor.map((minor, percent) => ({ percent, minor })),
    columns: [
      {
        heading: t("curve.axis"),
        numeric: true,
        value: ({ percent }) => percent / 100,
        text: ({ percent }) => share(percent / 100),
      },
      {
        heading: t("curve.revenue"),
        numeric: true,
        value: ({ minor }) => minor / netMinor,
        text: ({ minor }) => share(minor / netMinor),
      },
      {
        heading: t("curve.money"),
        numeric: true,
        value: ({ minor }) => decimal(Math.round(minor)),
        text: ({ minor }) => money(Math.round(minor)),
      },
    ],
  };
}

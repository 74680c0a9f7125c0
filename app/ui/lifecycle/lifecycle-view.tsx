import { Banner, Card, InlineGrid, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LifecycleData } from "#app/insights/reports/lifecycle-report.server.ts";
import type { Made } from "#app/insights/reports/report.ts";
import { ReportPage } from "../insights/report-page.tsx";
import { RhythmChart } from "./rhythm-chart.tsx";
import { StageCard } from "./stage-card.tsx";
import { StageChart } from "./stage-chart.tsx";

/** Where customers stand in their life with the shop, and the rhythm by which that is told. */
export function LifecycleView({ report }: { report: Made<LifecycleData> | null }) {
  const { t } = useTranslation("lifecycle");
  return (
    <ReportPage title={t("title")} report={report}>
      {(data) => <Board data={data} />}
    </ReportPage>
  );
}

function Board({ data: { rhythm, stages, warned } }: { data: LifecycleData }) {
  const { t } = useTranslation("lifecycle");
  if (rhythm === null) {
    return (
      <Card>
        <Text as="p">{t("notYet")}</Text>
      </Card>
    );
  }
  const provisional = rhythm.after.some(({ origin }) => origin === "default");
  return (
    <>
      {provisional && <Banner title={t("provisional.title")}>{t("provisional.body")}</Banner>}
      <StageChart rhythm={rhythm} stages={stages} warned={warned} />
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
        {stages.map((each) => (
          <StageCard key={each.stage} row={each} stages={stages} rhythm={rhythm} />
        ))}
      </InlineGrid>
      <RhythmChart rhythm={rhythm} />
    </>
  );
}

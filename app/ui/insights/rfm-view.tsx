import { useSearchParams } from "@remix-run/react";
import { Banner, Card, Tabs, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { sumOf } from "#app/insights/rfm-figures.ts";
import type { RfmPage } from "#app/insights/rfm.server.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { ReportPage } from "./report-page.tsx";
import { RfmCells } from "./rfm-cells.tsx";
import { RfmGrid } from "./rfm-grid.tsx";
import { RfmLimits } from "./rfm-limits.tsx";
import { RfGroups } from "./rf-groups.tsx";
import { ShopifyGroups } from "./shopify-groups.tsx";
import { ValueGroups } from "./value-groups.tsx";

const VIEWS = ["shopify", "rf", "value", "cells"] as const;
type View = (typeof VIEWS)[number];

/** Below it, scores compare too few customers to say much. */
const FEW = 25;

/** Recency, frequency and money of all customers, by grouping. */
export function RfmView({ report, segments }: RfmPage) {
  const { t } = useTranslation("rfm");
  return (
    <ReportPage title={t("title")} report={report}>
      {(figures) => <Figures figures={figures} segments={segments} />}
    </ReportPage>
  );
}

function Figures({ figures, segments }: { figures: RfmFigures; segments: SegmentsState }) {
  const { t } = useTranslation("rfm");
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((each) => each === params.get("view")) ?? "shopify";
  const { customers } = sumOf(figures.cells);
  if (customers === 0) {
    return (
      <Card>
        <Text as="p">{t("none")}</Text>
      </Card>
    );
  }
  return (
    <>
      {customers < FEW && <Banner>{t("thin", { count: customers })}</Banner>}
      <Tabs
        tabs={VIEWS.map((each) => ({ id: each, content: t(`views.${each}`) }))}
        selected={VIEWS.indexOf(view)}
        onSelect={(index) => setParams({ view: VIEWS[index] ?? "shopify" }, { preventScrollReset: true })}
      />
      <Grouping view={view} figures={figures} segments={segments} />
      {view !== "value" && <RfmLimits limits={figures.limits} />}
    </>
  );
}

function Grouping(props: { view: View; figures: RfmFigures; segments: SegmentsState }) {
  const { view, figures, segments } = props;
  switch (view) {
    case "shopify":
      return (
        <>
          <RfmGrid figures={figures} />
          <ShopifyGroups figures={figures} segments={segments} />
        </>
      );
    case "rf":
      return <RfGroups figures={figures} segments={segments} />;
    case "value":
      return <ValueGroups figures={figures} segments={segments} />;
    case "cells":
      return <RfmCells figures={figures} segments={segments} />;
  }
}

import { BlockStack, Card, Checkbox, InlineGrid, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohorts } from "#app/insights/reports/cohorts-report.server.ts";
import type { Made } from "#app/insights/reports/report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { HeatTable } from "../charts/heat-table.tsx";
import { useFormat } from "../shop-context.tsx";
import { MEASURES, PERS, SPANS, type CohortChoice } from "./cohort-table.ts";
import { ReportPage } from "./report-page.tsx";
import { useCohortCsv, useCohortFinding, useCohortRows } from "./use-cohort-texts.ts";

/** What customers did month by month since their first purchase, and what to expect of them. */
export function CohortsView({ report }: { report: Made<Cohorts> | null }) {
  const { t } = useTranslation("cohorts");
  return (
    <ReportPage title={t("title")} report={report}>
      {(data) =>
        data.cohorts.length === 0 ? (
          <Card>
            <Text as="p">{t("empty")}</Text>
          </Card>
        ) : (
          <Triangle data={data} />
        )
      }
    </ReportPage>
  );
}

function Triangle({ data }: { data: Cohorts }) {
  const { t } = useTranslation("cohorts");
  const { day } = useFormat();
  const [choice, setChoice] = useState<CohortChoice>({
    measure: "retention",
    per: "customer",
    span: "month",
  });
  const [ahead, setAhead] = useState(true);
  const { columns, rows } = useCohortRows(data, choice, ahead);
  const { cohorts, leftOut, model } = data;
  return (
    <ChartCard
      finding={useCohortFinding(data, choice)}
      help={t("help")}
      definition={<Definition />}
      table={useCohortCsv(data)}
      readable
    >
      <BlockStack gap="300">
        <Choices choice={choice} onChoice={setChoice} />
        {model !== null && (
          <Checkbox label={t("choice.ahead")} checked={ahead} onChange={(checked) => setAhead(checked)} />
        )}
        <Text as="p" tone="subdued">
          {model === null
            ? t("noModel")
            : t("model", { model: MODEL_TITLES[model.name], day: day(model.day) })}
          {leftOut > 0 && ` ${t("leftOut", { shown: cohorts.length, count: leftOut })}`}
        </Text>
        <HeatTable
          caption={t("caption")}
          corner={t("corner")}
          columns={columns}
          rows={rows}
          marks={{ tentative: t("marks.expected"), unfinished: t("marks.unfinished") }}
        />
      </BlockStack>
    </ChartCard>
  );
}

const MODEL_TITLES = {
  bgnbd: "BG/NBD",
  mbgnbd: "MBG/NBD",
  paretonbd: "Pareto/NBD",
  nbd: "NBD",
} as const;

function Choices(props: { choice: CohortChoice; onChoice: (choice: CohortChoice) => void }) {
  const { choice, onChoice } = props;
  const { t } = useTranslation("cohorts");
  const options = (
    name: "measure" | "per" | "span",
    values: readonly { value: string; label: string }[],
  ) => ({
    label: t(`choice.${name}`),
    options: [...values],
    value: choice[name],
  });
  const pick = <Value extends string>(
    values: readonly Value[],
    text: string,
    then: (value: Value) => void,
  ) => {
    const found = values.find((value) => value === text);
    if (found !== undefined) then(found);
  };
  return (
    <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
      <Select
        {...options(
          "measure",
          MEASURES.map((value) => ({ value, label: t(`choice.measures.${value}`) })),
        )}
        onChange={(text) => pick(MEASURES, text, (measure) => onChoice({ ...choice, measure }))}
      />
      <Select
        {...options(
          "per",
          PERS.map((value) => ({ value, label: t(`choice.pers.${value}`) })),
        )}
        onChange={(text) => pick(PERS, text, (per) => onChoice({ ...choice, per }))}
      />
      <Select
        {...options(
          "span",
          SPANS.map((value) => ({ value, label: t(`choice.spans.${value}`) })),
        )}
        onChange={(text) => pick(SPANS, text, (span) => onChoice({ ...choice, span }))}
      />
    </InlineGrid>
  );
}

function Definition() {
  const { t } = useTranslation("cohorts");
  return (
    <>
      {t("definition.what")} {t("definition.retention")} {t("definition.average")} {t("definition.expected")}
    </>
  );
}

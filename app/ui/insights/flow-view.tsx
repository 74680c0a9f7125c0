import { Banner, BlockStack, Button, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FlowPage } from "#app/insights/flow.server.ts";
import type { FlowFigures } from "#app/insights/group-flow.server.ts";
import type { FlowReport } from "#app/insights/reports/flow-report.server.ts";
import { useFormat } from "../shop-context.tsx";
import { FlowMatrix } from "./flow-matrix.tsx";
import { NetChange } from "./net-change.tsx";
import { ReportPage } from "./report-page.tsx";

type Days = { from: string; to: string };
type Props = { page: FlowPage; loading: boolean; onDays: (days: Days) => void };

/** Who moved from which RFM group to which between two days. */
export function FlowView({ page, loading, onDays }: Props) {
  const { t } = useTranslation("rfm");
  return (
    <ReportPage title={t("flow.title")} report={page.report}>
      {({ since, today, flow }: FlowReport) =>
        since === null || flow === null ? (
          <Card>
            <Text as="p">{t("flow.none")}</Text>
          </Card>
        ) : (
          <Between
            key={`${page.asked?.from} ${page.asked?.to}`}
            {...{ since, today, loading, onDays }}
            flow={page.asked ?? flow}
          />
        )
      }
    </ReportPage>
  );
}

function Between(props: Omit<Props, "page"> & { since: string; today: string; flow: FlowFigures }) {
  const { since, today, flow, loading, onDays } = props;
  return (
    <>
      <DayForm {...{ since, today, loading, onDays }} shown={{ from: flow.from, to: flow.to }} />
      <NetChange flow={flow} />
      <FlowMatrix flow={flow} />
    </>
  );
}

function DayForm(props: Omit<Props, "page"> & { since: string; today: string; shown: Days }) {
  const { since, today, shown, loading, onDays } = props;
  const { t } = useTranslation("rfm");
  const { day } = useFormat();
  const [days, setDays] = useState(shown);
  const fits = since <= days.from && days.from < days.to && days.to <= today;
  const field = (name: keyof Days) => (
    <TextField
      type="date"
      label={t(`flow.${name}`)}
      value={days[name]}
      min={since}
      max={today}
      autoComplete="off"
      onChange={(value) => setDays({ ...days, [name]: value })}
    />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <FormLayout>
          <FormLayout.Group condensed>
            {field("from")}
            {field("to")}
          </FormLayout.Group>
        </FormLayout>
        {fits ? (
          <Text as="p" tone="subdued">
            {t("flow.known", { day: day(since) })}
          </Text>
        ) : (
          <Banner tone="warning">{t("flow.bad", { since: day(since), today: day(today) })}</Banner>
        )}
        <div>
          <Button disabled={!fits} loading={loading} onClick={() => onDays(days)}>
            {t("flow.show")}
          </Button>
        </div>
      </BlockStack>
    </Card>
  );
}

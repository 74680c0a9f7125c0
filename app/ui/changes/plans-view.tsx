import { useFetcher } from "@remix-run/react";
import { Card, EmptyState, IndexTable, Link, Modal, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attentionCount, settledCount, type PlanSummary } from "#app/insights/plan-summary.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { StateBadge } from "./plan-state-badge.tsx";

/** Everything Laurel wrote or wants to write, plan by plan. */
export function PlansView({ plans, written }: { plans: PlanSummary[]; written: number }) {
  const { t } = useTranslation("changes");
  const fetcher = useFetcher();
  const [asking, setAsking] = useState(false);
  useLive(plans.some(({ state }) => state === "building" || state === "approved" || state === "sending"));
  const send = (intent: "build" | "remove") => fetcher.submit({ intent }, { method: "post" });

  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      primaryAction={{
        content: t("build"),
        onAction: () => send("build"),
        loading: fetcher.state !== "idle",
      }}
      secondaryActions={[
        {
          content: t("removeAll"),
          destructive: true,
          disabled: written === 0,
          onAction: () => setAsking(true),
        },
      ]}
    >
      <Card padding="0">{plans.length === 0 ? <NoPlans /> : <PlanTable plans={plans} />}</Card>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t("removal.title")}
        primaryAction={{
          content: t("removal.confirm"),
          destructive: true,
          onAction: () => {
            setAsking(false);
            send("remove");
          },
        }}
        secondaryActions={[{ content: t("notNow"), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t("removal.body")}</Text>
        </Modal.Section>
      </Modal>
    </Page>
  );
}

function NoPlans() {
  const { t } = useTranslation("changes");
  return (
    <EmptyState heading={t("empty.title")} image="">
      <p>{t("empty.body")}</p>
    </EmptyState>
  );
}

function PlanTable({ plans }: { plans: PlanSummary[] }) {
  const { t } = useTranslation("changes");
  return (
    <IndexTable
      resourceName={{ singular: t("title"), plural: t("title") }}
      itemCount={plans.length}
      selectable={false}
      headings={[
        { title: t("columns.plan") },
        { title: t("columns.cause") },
        { title: t("columns.state") },
        { title: t("columns.changes"), alignment: "end" },
        { title: t("columns.created") },
      ]}
    >
      {plans.map((plan, index) => (
        <PlanRow key={plan.id} plan={plan} index={index} />
      ))}
    </IndexTable>
  );
}

function PlanRow({ plan, index }: { plan: PlanSummary; index: number }) {
  const { t } = useTranslation("changes");
  const format = useFormat();
  const attention = attentionCount(plan.counts);
  const running = plan.state === "sending" || plan.state === "approved";
  return (
    <IndexTable.Row id={String(plan.id)} position={index}>
      <IndexTable.Cell>
        <Link url={`/app/changes/${plan.id}`} dataPrimaryLink>
          {t("plan", { id: plan.id })}
        </Link>
      </IndexTable.Cell>
      <IndexTable.Cell>{t(`cause.${plan.cause}`)}</IndexTable.Cell>
      <IndexTable.Cell>
        <StateBadge state={plan.state} />
        {attention > 0 && (
          <Text as="span" tone="caution">
            {" "}
            {t("attention", { count: attention })}
          </Text>
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {running
            ? `${format.number(settledCount(plan.counts))} / ${format.number(plan.total)}`
            : format.number(plan.total)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{format.instant(plan.createdAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}

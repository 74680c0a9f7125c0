import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Card,
  InlineStack,
  Layout,
  Page,
  ProgressBar,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PlanPage } from "#app/insights/plan.server.ts";
import { attentionCount, settledCount } from "#app/insights/plan-summary.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { ChangeTable } from "./change-table.tsx";
import { PlanTotals } from "./plan-totals.tsx";
import { StateBadge } from "./plan-state-badge.tsx";

type Intent = "approve" | "cancel" | "pause" | "undo" | "retry";

/** One plan: what it would write, what it is writing, or what it wrote. */
export function PlanView(page: PlanPage) {
  const { t } = useTranslation("changes");
  const { plan } = page;
  const format = useFormat();
  useLive(plan.state === "building" || plan.state === "approved" || plan.state === "sending");
  return (
    <Page
      title={t("plan", { id: plan.id })}
      titleMetadata={<StateBadge state={plan.state} />}
      subtitle={`${t(`cause.${plan.cause}`)} · ${format.instant(plan.createdAt)}`}
      backAction={{ content: t("title"), url: "/app/changes" }}
      {...useActions(page)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Status page={page} />
            {plan.total > 0 && <PlanTotals plan={plan} />}
            {plan.total > 0 && <ChangeTable page={page} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** What can be done with a plan in its state. */
function useActions({ plan }: PlanPage) {
  const { t } = useTranslation("changes");
  const fetcher = useFetcher();
  const loading = fetcher.state !== "idle";
  const action = (content: string, intent: Intent) => ({
    content,
    loading,
    onAction: () => fetcher.submit({ intent }, { method: "post" }),
  });
  switch (plan.state) {
    case "draft":
      return plan.total === 0
        ? {}
        : {
            primaryAction: action(t("approve", { count: plan.total }), "approve"),
            secondaryActions: [action(t("notNow"), "cancel")],
          };
    case "approved":
    case "sending":
      return { secondaryActions: [action(t("pause"), "pause"), action(t("stop"), "cancel")] };
    case "paused":
      return {
        primaryAction: action(t("resume"), "approve"),
        secondaryActions: [action(t("stop"), "cancel")],
      };
    case "done":
    case "cancelled":
      return {
        secondaryActions: [
          ...(plan.state === "done" && (plan.counts.failed ?? 0) > 0 ? [action(t("retry"), "retry")] : []),
          ...((plan.counts.applied ?? 0) > 0 ? [action(t("undo"), "undo")] : []),
        ],
      };
    case "building":
      return {};
  }
}

function Status({ page }: { page: PlanPage }) {
  const { t } = useTranslation("changes");
  const { plan } = page;
  const attention = attentionCount(plan.counts);
  if (plan.state === "building") return <Building />;
  if (plan.total === 0) return <Banner tone="success">{t("nothing")}</Banner>;
  return (
    <>
      {plan.state === "draft" && <Preview page={page} />}
      {(plan.state === "approved" || plan.state === "sending" || plan.state === "paused") && (
        <Progress page={page} />
      )}
      {plan.state === "done" && (
        <Banner tone="success">
          {t("done", { applied: plan.counts.applied ?? 0, skipped: plan.counts.skipped ?? 0 })}
        </Banner>
      )}
      {attention > 0 && (
        <Banner tone="warning" title={t("attention", { count: attention })}>
          {t("attentionHelp")}
        </Banner>
      )}
    </>
  );
}

function Building() {
  const { t } = useTranslation("changes");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("building")}
        </Text>
        <Text as="p" tone="subdued">
          {t("buildingHelp")}
        </Text>
        <SkeletonBodyText lines={3} />
      </BlockStack>
    </Card>
  );
}

/** What will happen, before it does. */
function Preview({ page }: { page: PlanPage }) {
  const { t } = useTranslation("changes");
  const tags = page.plan.byKind["customer.tags"]?.draft ?? 0;
  const seconds = page.secondsToSend;
  const duration =
    seconds < 90
      ? t("duration_seconds", { count: seconds })
      : t("duration_minutes", { count: Math.round(seconds / 60) });
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {tags === 0
            ? t("willWrite", { count: page.plan.total })
            : t("willChange", { count: tags, rest: page.untouched })}
        </Text>
        <Text as="p" tone="subdued">
          {duration}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Progress({ page }: { page: PlanPage }) {
  const { t } = useTranslation("changes");
  const { plan } = page;
  const done = settledCount(plan.counts);
  const label = t("progress", { done, total: plan.total });
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            {t(`state.${plan.state}`)}
          </Text>
          <Text as="span" numeric>
            {label}
          </Text>
        </InlineStack>
        <ProgressBar
          progress={Math.floor((done / plan.total) * 100)}
          size="small"
          ariaLabelledBy="plan-progress"
        />
        <Text as="span" visuallyHidden id="plan-progress">
          {label}
        </Text>
      </BlockStack>
    </Card>
  );
}

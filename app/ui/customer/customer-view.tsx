import { Badge, Banner, BlockStack, Layout, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerPage, StandingView } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { AnswerCard } from "./answer-card.tsx";
import { BenefitsCard } from "./benefits-card.tsx";
import { DueCard } from "./due-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { ForecastCard } from "./forecast-card.tsx";
import { ScoreCard } from "./score-card.tsx";
import { StageCard } from "./stage-card.tsx";
import { TagsCard } from "./tags-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { TrailCard } from "./trail-card.tsx";

type Props = {
  page: CustomerPage;
  /** The number of a customer merged into this one, by whose address the reader came. */
  merged: string | null;
};

/** One customer: where she stands and exactly why. */
export function CustomerView({ page, merged }: Props) {
  const { t } = useTranslation(["customer", "common"]);
  const { standing } = page;
  useLive(page.ladder && standing === null, 3000);
  return (
    <Page
      title={page.name ?? t("common:customerNumber", { id: page.id })}
      backAction={{ content: t("back"), url: "/app/customers" }}
      secondaryActions={[
        { content: t("openInShopify"), url: `shopify://admin/customers/${page.id}`, target: "_top" },
      ]}
      {...useHead(standing)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {merged !== null && <Banner>{t("merged", { id: merged })}</Banner>}
            {standing === null ? (
              <NoStanding ladder={page.ladder} />
            ) : (
              <Standing standing={standing} page={page} />
            )}
            <TimelineCard page={page} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {standing !== null && <BenefitsCard standing={standing} />}
            <ForecastCard forecast={page.forecast} />
            <StageCard stage={page.lifecycle.stage} />
            <DueCard due={page.lifecycle.due} />
            <ScoreCard {...page} />
            <FactsCard facts={page.facts} />
            <TagsCard tags={page.tags} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Standing({ standing, page }: { standing: StandingView; page: CustomerPage }) {
  return (
    <>
      <AnswerCard standing={standing} page={page} />
      <TrailCard standing={standing} uncounted={page.uncounted} />
    </>
  );
}

/** The tier, since when and until when, beside the name. */
function useHead(standing: StandingView | null) {
  const { t } = useTranslation(["customer", "common"]);
  const format = useFormat();
  if (standing === null) return {};
  const { tier, rank, validUntil } = standing;
  const since = format.day(standing.since);
  return {
    titleMetadata: rank === 0 ? <Badge>{tier}</Badge> : <Badge tone="success">{tier}</Badge>,
    subtitle:
      validUntil === null
        ? t("since", { tier, since })
        : t("sinceUntil", { tier, since, until: format.day(validUntil) }),
  };
}

function NoStanding({ ladder }: { ladder: boolean }) {
  const { t } = useTranslation(["customer", "common"]);
  if (ladder) return <Banner title={t("noStanding.soon")}>{t("noStanding.soonHelp")}</Banner>;
  return (
    <Banner
      title={t("noStanding.noLadder")}
      action={{ content: t("noStanding.choose"), url: "/app/membership" }}
    >
      {t("noStanding.noLadderHelp")}
    </Banner>
  );
}

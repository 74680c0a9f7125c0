import { Banner, BlockStack, Box, Card, Layout, Page, SkeletonBodyText, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { HomePage } from "#app/insights/home.server.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { Figures } from "./figures.tsx";
import { SetUpGuide } from "./set-up-guide.tsx";
import { TierTable } from "./tier-table.tsx";

/** Is everything running, and what comes next? `blockUrl` leads to the theme editor with our block. */
export function HomeView({ page, blockUrl }: { page: HomePage | null; blockUrl: string }) {
  const { t } = useTranslation("home");
  const reading = page === null || page.import.state === "queued" || page.import.state === "reading";
  const settling = ["building", "approved", "sending"].includes(page?.openPlan?.state ?? "");
  const starting = page?.policyInForce === true && (page.figures === null || page.figures.customers === 0);
  useLive(reading || settling || starting);
  if (page === null) return <Installing />;
  return (
    <Page title={t("title")}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <LimitedHistory page={page} />
            <SetUpGuide page={page} blockUrl={blockUrl} />
            {page.live && page.figures !== null && <Status figures={page.figures} />}
            {page.figures !== null && <Figures figures={page.figures} />}
            {page.figures !== null && <TierTable tiers={page.tiers} />}
            <AsOf asOf={page.figures?.asOf ?? null} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Installing() {
  const { t } = useTranslation("home");
  return (
    <Page title={t("title")}>
      <Card>
        <BlockStack gap="300">
          <Text as="p">{t("loading")}</Text>
          <SkeletonBodyText lines={4} />
        </BlockStack>
      </Card>
    </Page>
  );
}

/** Shopify's limit to 60 days of orders, said plainly. */
function LimitedHistory({ page }: { page: HomePage }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const since = page.import.ordersSince;
  if (since === null) return null;
  return (
    <Banner tone="warning" title={t("limited.title", { since: format.day(since.slice(0, 10)) })}>
      {t("limited.body")}
    </Banner>
  );
}

/** On a large shop the figures are not worked out at each look. */
function AsOf({ asOf }: { asOf: string | null }) {
  const { t } = useTranslation("common");
  const { instant } = useFormat();
  if (asOf === null) return null;
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p" tone="subdued">
        {t("reports.madeAt", { at: instant(asOf) })}
      </Text>
    </Box>
  );
}

function Status({ figures }: { figures: NonNullable<HomePage["figures"]> }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const last = figures.lastOrderAt === null ? t("status.noOrder") : format.instant(figures.lastOrderAt);
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p" tone="subdued">
        {t("status.sync", { last, waiting: figures.waiting })}
      </Text>
    </Box>
  );
}

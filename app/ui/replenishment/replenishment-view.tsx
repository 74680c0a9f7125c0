import {
  BlockStack,
  Box,
  Card,
  EmptySearchResult,
  EmptyState,
  InlineGrid,
  Page,
  Text,
} from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DUE_FILTERS, type ReplenishmentQuery } from "#app/insights/replenishment-query.ts";
import type { ReplenishmentPage } from "#app/insights/replenishment.server.ts";
import { saveCsv } from "../charts/save-csv.ts";
import { useFormat } from "../shop-context.tsx";
import { DueDefinition } from "./due-definition.tsx";
import { DueFilters } from "./due-filters.tsx";
import { DueTable } from "./due-table.tsx";
import { useDueLines } from "./use-due-lines.ts";

type Props = {
  page: ReplenishmentPage;
  query: ReplenishmentQuery;
  loading: boolean;
  onQuery: (query: ReplenishmentQuery) => void;
};

/** Which customers are about to need which product again. */
export function ReplenishmentView({ page, query, loading, onQuery }: Props) {
  const { t } = useTranslation(["replenishment", "common"]);
  const lines = useDueLines(page.rows);
  const back = { content: t("common:nav.insights"), url: "/app/insights" };
  if (page.empty !== null && query.product === undefined) {
    return (
      <Page title={t("title")} backAction={back}>
        <Card>
          <EmptyState heading={t(`empty.${page.empty}.title`)} image="">
            <p>{t(`empty.${page.empty}.body`)}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      fullWidth
      backAction={back}
      secondaryActions={[{ content: t("csv"), onAction: () => saveCsv("due-again", lines) }]}
    >
      <BlockStack gap="400">
        <Counts counts={page.counts} />
        <Card padding="0">
          <DueFilters query={query} products={page.products} onQuery={onQuery} />
          {page.rows.length === 0 ? (
            <Box padding="800">
              <EmptySearchResult
                title={t("noMatch.title")}
                description={t("noMatch.body")}
                withIllustration
              />
            </Box>
          ) : (
            <DueTable page={page} query={query} loading={loading} onQuery={onQuery} />
          )}
        </Card>
        <DueDefinition />
      </BlockStack>
    </Page>
  );
}

function Counts({ counts }: Pick<ReplenishmentPage, "counts">) {
  const { t } = useTranslation("replenishment");
  const { number } = useFormat();
  return (
    <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
      {DUE_FILTERS.map((due) => (
        <Card key={due}>
          <Text as="h2" variant="headingSm" tone="subdued">
            {t(`due.${due}`)}
          </Text>
          <Text as="p" variant="headingLg" numeric>
            {number(counts[due])}
          </Text>
        </Card>
      ))}
    </InlineGrid>
  );
}

import { Box, Card, EmptySearchResult, EmptyState, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { isFiltered, type CustomersQuery } from "#app/insights/customers-query.ts";
import type { CustomersPage } from "#app/insights/customers.server.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { CustomerFilters } from "./customer-filters.tsx";
import { GroupSegment } from "./group-segment.tsx";
import { CustomerTable } from "./customer-table.tsx";

type Props = {
  page: CustomersPage;
  query: CustomersQuery;
  loading: boolean;
  leaving: boolean;
  onQuery: (query: CustomersQuery) => void;
};

/** The customers with their tiers, as far as the filters let them through. */
export function CustomersView({ page, query, loading, leaving, onQuery }: Props) {
  const { t } = useTranslation("customers");
  const shown = useShown(page, query);
  useLive(page.total === 0, 5000);
  if (page.total === 0) return <NoCustomers />;
  return (
    <Page title={t("title")} subtitle={shown} fullWidth>
      <Card padding="0">
        <CustomerFilters
          {...{ query, loading, leaving, onQuery }}
          tiers={page.tiers}
          ownScale={page.ownScale}
        />
        {page.segment !== null && <GroupSegment {...page.segment} />}
        {page.rows.length === 0 ? (
          <Box padding="800">
            <EmptySearchResult title={t("noMatch.title")} description={t("noMatch.body")} withIllustration />
          </Box>
        ) : (
          <CustomerTable page={page} query={query} loading={loading} onQuery={onQuery} />
        )}
      </Card>
    </Page>
  );
}

/** "312 of 4,372 customers, 7.1%" */
function useShown({ count, total, more }: CustomersPage, query: CustomersQuery): string {
  const { t } = useTranslation("customers");
  const format = useFormat();
  if (more) return t("shownMore", { count, total });
  return isFiltered(query)
    ? t("shown", { count, total, share: format.percent(total === 0 ? 0 : count / total) })
    : t("all", { count: total });
}

function NoCustomers() {
  const { t } = useTranslation("customers");
  return (
    <Page title={t("title")}>
      <Card>
        <EmptyState heading={t("empty.title")} image="" action={{ content: t("empty.action"), url: "/app" }}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}

import { Badge, BlockStack, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { withFilters, type CustomersQuery } from "#app/insights/customers-query.ts";
import type { CustomerRow, CustomersPage } from "#app/insights/customers.server.ts";
import type { OwnScale } from "#app/insights/own-scale.ts";
import { CustomerLink } from "../customer-link.tsx";
import { useFormat } from "../shop-context.tsx";

type Props = {
  page: CustomersPage;
  query: CustomersQuery;
  loading: boolean;
  onQuery: (query: CustomersQuery) => void;
};

/** A page of customers: a table, or on a phone a list. */
export function CustomerTable({ page, query, loading, onQuery }: Props) {
  const { t } = useTranslation("customers");
  const { smDown } = useBreakpoints();
  const { next, previous } = page;
  const pagination = {
    hasNext: next !== null,
    hasPrevious: previous !== null,
    onNext: () => onQuery({ ...withFilters(query, {}), after: next ?? undefined }),
    onPrevious: () => onQuery({ ...withFilters(query, {}), before: previous ?? undefined }),
  };
  return (
    <IndexTable
      resourceName={{ singular: t("title"), plural: t("title") }}
      itemCount={page.rows.length}
      selectable={false}
      condensed={smDown}
      loading={loading}
      headings={[
        { title: t("columns.customer") },
        { title: t("columns.tier") },
        { title: t("columns.group"), tooltipContent: t("help.group") },
        ...(page.ownScale === null ? [] : [{ title: t("columns.own"), tooltipContent: t("help.own") }]),
        { title: t("columns.spend"), tooltipContent: t("help.spend"), alignment: "end" },
        { title: t("columns.orders"), tooltipContent: t("help.orders"), alignment: "end" },
        { title: t("columns.last"), alignment: "end" },
        { title: t("columns.value"), tooltipContent: t("help.value"), alignment: "end" },
        { title: t("columns.toNext"), tooltipContent: t("help.toNext"), alignment: "end" },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
    >
      {page.rows.map((row, index) => (
        <IndexTable.Row key={row.id} id={row.id} position={index}>
          {smDown ? <CondensedCells row={row} /> : <Cells row={row} ownScale={page.ownScale} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Cells({ row, ownScale }: { row: CustomerRow; ownScale: OwnScale | null }) {
  const { t } = useTranslation(["customers", "common"]);
  const format = useFormat();
  const figures = [
    format.money(row.spendMinor),
    format.number(row.frequency),
    row.lastDay === null ? t("neverBought") : format.day(row.lastDay),
    row.valueMinor === null ? "—" : format.roundMoney(row.valueMinor),
  ];
  return (
    <>
      <IndexTable.Cell>
        <CustomerLink id={row.id} name={row.name} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Badge>{row.tier}</Badge>
      </IndexTable.Cell>
      <IndexTable.Cell>{t(`common:groups.${row.group}`)}</IndexTable.Cell>
      {ownScale !== null && (
        <IndexTable.Cell>
          {ownScale.metrics.map((metric) => row.own[metric] ?? "–").join(" · ")}
        </IndexTable.Cell>
      )}
      {figures.map((figure, column) => (
        <IndexTable.Cell key={column}>
          <Text as="span" alignment="end" numeric>
            {figure}
          </Text>
        </IndexTable.Cell>
      ))}
      <IndexTable.Cell>
        <Text as="span" alignment="end" tone={row.toNext === null ? "subdued" : "base"}>
          <ToNext row={row} />
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function CondensedCells({ row }: { row: CustomerRow }) {
  const { t } = useTranslation(["customers", "common"]);
  const format = useFormat();
  return (
    <div className="laurel-condensed">
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <CustomerLink id={row.id} name={row.name} />
          <Badge>{row.tier}</Badge>
        </InlineStack>
        <InlineStack align="space-between" gap="200">
          <Text as="span" variant="bodySm" tone="subdued">
            {t("line", { spend: format.money(row.spendMinor), group: t(`common:groups.${row.group}`) })}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            <ToNext row={row} />
          </Text>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function ToNext({ row: { toNext } }: { row: CustomerRow }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  return toNext === null
    ? t("top")
    : t("toNext", { missing: format.money(toNext.missingMinor), tier: toNext.tier });
}

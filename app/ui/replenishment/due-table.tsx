import { BlockStack, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ReplenishmentQuery } from "#app/insights/replenishment-query.ts";
import type { DueRow, ReplenishmentPage } from "#app/insights/replenishment.server.ts";
import { CustomerLink } from "../customer-link.tsx";
import { useFormat } from "../shop-context.tsx";
import { useDueText } from "../use-due-text.ts";

type Props = {
  page: ReplenishmentPage;
  query: ReplenishmentQuery;
  loading: boolean;
  onQuery: (query: ReplenishmentQuery) => void;
};

/** A page of what is due: a table, or on a phone a list. */
export function DueTable({ page, query: { due, product }, loading, onQuery }: Props) {
  const { t } = useTranslation("replenishment");
  const { smDown } = useBreakpoints();
  const { rows, next, previous } = page;
  const pagination = {
    hasNext: next !== null,
    hasPrevious: previous !== null,
    onNext: () => onQuery({ due, product, after: next ?? undefined }),
    onPrevious: () => onQuery({ due, product, before: previous ?? undefined }),
  };
  return (
    <IndexTable
      resourceName={{ singular: t("title"), plural: t("title") }}
      itemCount={rows.length}
      selectable={false}
      condensed={smDown}
      loading={loading}
      headings={[
        { title: t("columns.customer") },
        { title: t("columns.product") },
        { title: t("columns.due") },
        { title: t("columns.last"), alignment: "end" },
        { title: t("columns.times"), alignment: "end" },
        { title: t("columns.gap"), alignment: "end" },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
    >
      {rows.map((row, index) => {
        const id = `${row.customerId}_${row.productId}`;
        return (
          <IndexTable.Row key={id} id={id} position={index}>
            {smDown ? <CondensedCells row={row} /> : <Cells row={row} />}
          </IndexTable.Row>
        );
      })}
    </IndexTable>
  );
}

function Cells({ row }: { row: DueRow }) {
  const { t } = useTranslation("replenishment");
  const format = useFormat();
  const dueText = useDueText();
  const figures = [
    format.day(row.lastDay),
    t("times", { count: row.purchaseDays }),
    t("gap", { count: Math.round(row.gapDays) }),
  ];
  return (
    <>
      <IndexTable.Cell>
        <CustomerLink id={row.customerId} name={row.name} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.title}</IndexTable.Cell>
      <IndexTable.Cell>
        {t("dueDay", { day: format.day(row.dueDay), when: dueText(row.inDays) })}
      </IndexTable.Cell>
      {figures.map((figure, column) => (
        <IndexTable.Cell key={column}>
          <Text as="span" alignment="end" numeric>
            {figure}
          </Text>
        </IndexTable.Cell>
      ))}
    </>
  );
}

function CondensedCells({ row }: { row: DueRow }) {
  const { t } = useTranslation("replenishment");
  const format = useFormat();
  const dueText = useDueText();
  return (
    <div className="laurel-condensed">
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <CustomerLink id={row.customerId} name={row.name} />
          <Text as="span" variant="bodySm">
            {dueText(row.inDays)}
          </Text>
        </InlineStack>
        <Text as="span">{row.title}</Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {t("line", {
            last: format.day(row.lastDay),
            times: t("times", { count: row.purchaseDays }),
          })}
        </Text>
      </BlockStack>
    </div>
  );
}

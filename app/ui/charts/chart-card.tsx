import { BlockStack, Button, Card, Collapsible, DataTable, InlineStack, Text } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "./disclosure.tsx";
import { toCells, toLines, type FigureTable } from "./figure-table.ts";
import { saveCsv } from "./save-csv.ts";

type Open = "table" | "definition" | null;

/**
 * A chart that says its finding in its title; its definition, the table behind it and the CSV are one click away.
 * The chart itself is hidden from screen readers, as the table says the same, unless there is something in it to
 * choose (`interactive`).
 */
export function ChartCard<Row>(props: {
  finding: string;
  /** What is shown, in one sentence. */
  help?: string;
  /** How each figure is worked out. */
  definition: ReactNode;
  table: FigureTable<Row>;
  interactive?: boolean;
  /** The children are a table themselves, for screen readers too: none is needed behind them. */
  readable?: boolean;
  /** What the reader may choose about it, for screen readers too. */
  above?: ReactNode;
  children?: ReactNode;
  /** Where to go on from the chart. */
  actions?: ReactNode;
}) {
  const { finding, help, interactive = false, readable = false } = props;
  const { above, children, actions } = props;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {finding}
        </Text>
        {help !== undefined && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
        {above}
        {children !== undefined && <div aria-hidden={!interactive && !readable}>{children}</div>}
        {actions}
        <Behind {...props} readable={readable} />
      </BlockStack>
    </Card>
  );
}

/** The definition, the table and the CSV. */
function Behind<Row>(props: { definition: ReactNode; table: FigureTable<Row>; readable: boolean }) {
  const { definition, table, readable } = props;
  const { t } = useTranslation("common");
  const [open, setOpen] = useState<Open>(null);
  const [tableId, definitionId] = [useId(), useId()];
  const toggle = (part: Open) => () => setOpen(open === part ? null : part);
  return (
    <>
      <InlineStack gap="400">
        <Disclosure
          label={t("charts.definition")}
          controls={definitionId}
          open={open === "definition"}
          onClick={toggle("definition")}
        />
        {!readable && (
          <Disclosure
            label={t("charts.table")}
            controls={tableId}
            open={open === "table"}
            onClick={toggle("table")}
          />
        )}
        <Button variant="plain" onClick={() => saveCsv(table.name, toLines(table))}>
          {t("charts.csv")}
        </Button>
      </InlineStack>
      <Collapsible id={definitionId} open={open === "definition"}>
        <Text as="p">{definition}</Text>
      </Collapsible>
      {!readable && (
        <Collapsible id={tableId} open={open === "table"}>
          <BehindTable table={table} />
        </Collapsible>
      )}
    </>
  );
}

function BehindTable<Row>({ table }: { table: FigureTable<Row> }) {
  const { t } = useTranslation("common");
  return (
    <div className="laurel-scroll" tabIndex={0} role="region" aria-label={t("charts.table")}>
      <DataTable
        columnContentTypes={table.columns.map(({ numeric }) => (numeric === true ? "numeric" : "text"))}
        headings={table.columns.map(({ heading }) => heading)}
        rows={toCells(table)}
      />
    </div>
  );
}

import { useSearchParams } from "@remix-run/react";
import { Button, Card, IndexTable, InlineStack, Link, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeRow, PlanPage } from "#app/insights/plan.server.ts";
import { CHANGE_STATES } from "#app/changes/state.ts";
import { ChangeValue } from "./change-value.tsx";
import { KIND_KEY, KINDS } from "./kind-key.ts";
import { StateBadge } from "./plan-state-badge.tsx";
import { useReason } from "./use-reason.ts";

/** The changes of a plan, 25 a page, with what was, what shall be, and why. */
export function ChangeTable({ page }: { page: PlanPage }) {
  const { t } = useTranslation("changes");
  const [params, setParams] = useSearchParams();
  const set = (patch: Record<string, string>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.delete("after");
      for (const [key, value] of Object.entries(patch)) {
        if (value === "") next.delete(key);
        else next.set(key, value);
      }
      return next;
    });
  return (
    <Card padding="0">
      <Filters params={params} set={set} page={page} />
      {page.rows.length === 0 ? (
        <Text as="p" tone="subdued" alignment="center">
          {t("noMatch")}
        </Text>
      ) : (
        <Rows rows={page.rows} />
      )}
      <Pager params={params} set={set} next={page.next} />
    </Card>
  );
}

type FilterProps = { params: URLSearchParams; set: (patch: Record<string, string>) => void };

function Filters({ params, set, page }: FilterProps & { page: PlanPage }) {
  const { t } = useTranslation("changes");
  const [customer, setCustomer] = useState(params.get("customer") ?? "");
  const all = { label: t("all"), value: "" };
  const states = CHANGE_STATES.filter((state) => (page.plan.counts[state] ?? 0) > 0);
  return (
    <div className="laurel-filters">
      <Select
        label={t("subject")}
        options={[all, ...KINDS.map((kind) => ({ label: t(`kind.${KIND_KEY[kind]}`), value: kind }))]}
        value={params.get("kind") ?? ""}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t("columns.state")}
        options={[all, ...states.map((state) => ({ label: t(`state.${state}`), value: state }))]}
        value={params.get("state") ?? ""}
        onChange={(state) => set({ state })}
      />
      <TextField
        label={t("searchCustomer")}
        value={customer}
        autoComplete="off"
        inputMode="numeric"
        onChange={setCustomer}
        onBlur={() => set({ customer: customer.trim() })}
      />
    </div>
  );
}

function Rows({ rows }: { rows: ChangeRow[] }) {
  const { t } = useTranslation("changes");
  return (
    <IndexTable
      resourceName={{ singular: t("examples"), plural: t("examples") }}
      itemCount={rows.length}
      selectable={false}
      headings={[
        { title: t("subject") },
        { title: t("before") },
        { title: t("after") },
        { title: t("reason") },
        { title: t("columns.state") },
      ]}
    >
      {rows.map((row, index) => (
        <Row key={row.id} row={row} index={index} />
      ))}
    </IndexTable>
  );
}

function Row({ row, index }: { row: ChangeRow; index: number }) {
  const { t } = useTranslation("changes");
  const reason = useReason();
  const kind = t(`kind.${KIND_KEY[row.kind]}`);
  return (
    <IndexTable.Row id={row.id} position={index}>
      <IndexTable.Cell>
        {row.customer === null ? (
          <Text as="span">{kind}</Text>
        ) : (
          <Link url={`/app/customers/${row.customer.id}`}>{row.customer.name ?? row.customer.id}</Link>
        )}
        {row.customer !== null && (
          <Text as="p" variant="bodySm" tone="subdued">
            {kind}
          </Text>
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <ChangeValue change={row} side="before" />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <ChangeValue change={row} side="after" />
      </IndexTable.Cell>
      <IndexTable.Cell>{reason(row.reason)}</IndexTable.Cell>
      <IndexTable.Cell>
        <StateBadge state={row.state} />
        {row.error !== null && (
          <Text as="p" variant="bodySm" tone="critical">
            {row.error}
          </Text>
        )}
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function Pager({ params, set, next }: FilterProps & { next: string | null }) {
  const { t } = useTranslation("changes");
  if (next === null && params.get("after") === null) return null;
  return (
    <div className="laurel-pager">
      <InlineStack align="center" gap="200">
        <Button disabled={params.get("after") === null} onClick={() => set({})}>
          {t("first")}
        </Button>
        <Button disabled={next === null} onClick={() => set({ after: next ?? "" })}>
          {t("next")}
        </Button>
      </InlineStack>
    </div>
  );
}

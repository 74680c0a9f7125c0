import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClassValue } from "#app/insights/reports/class-value.server.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { HeatTable } from "../charts/heat-table.tsx";
import { useFormat } from "../shop-context.tsx";
import { CLASS_MEASURES, classTable, type Class, type ClassMeasure } from "./class-table.ts";
import { lastFullMonth } from "./returning-share.ts";
import { useClassCsv, useClassRows } from "./use-class-texts.ts";

type Props = {
  kind: "tiers" | "groups";
  months: readonly string[];
  value: ClassValue;
  /** In the order of the rows; others that occur follow by their keys. */
  classes: readonly Class[];
};

/** What the tiers or groups brought, month by month. */
export function ClassValueCard({ kind, months, value, classes }: Props) {
  const { t } = useTranslation("returning");
  const { day, month: monthText, percent } = useFormat();
  const [measure, setMeasure] = useState<ClassMeasure>("spend");
  const table = classTable(value, months, classes);
  const month = lastFullMonth(months) ?? "";
  const best = table.best(month);
  const { columns, rows } = useClassRows(table, measure);
  return (
    <ChartCard
      finding={
        best === null
          ? t(`${kind}.nothing`)
          : t(`${kind}.finding`, { name: best.name, month: monthText(month), share: percent(best.share) })
      }
      definition={t("value.definition")}
      table={useClassCsv(kind, table)}
      readable
    >
      <BlockStack gap="300">
        {value.knownSince === null ? (
          <Text as="p" tone="subdued">
            {t("value.allToday")}
          </Text>
        ) : (
          table.months.some(({ known }) => !known) && (
            <Text as="p" tone="subdued">
              {t("value.sinceDay", { day: day(value.knownSince) })}
            </Text>
          )
        )}
        <Select
          label={t("value.measure.label")}
          options={CLASS_MEASURES.map((each) => ({ value: each, label: t(`value.measure.${each}`) }))}
          value={measure}
          onChange={(text) => setMeasure(CLASS_MEASURES.find((each) => each === text) ?? "spend")}
        />
        <HeatTable
          caption={t(`${kind}.caption`)}
          corner={t(`${kind}.corner`)}
          columns={columns}
          rows={rows}
          marks={{ tentative: t(`${kind}.today`), unfinished: t("unfinished") }}
        />
      </BlockStack>
    </ChartCard>
  );
}

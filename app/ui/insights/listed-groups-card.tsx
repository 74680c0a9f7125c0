import { BlockStack } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { sumOf } from "#app/insights/rfm-figures.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { GroupList, type ListedGroup } from "./group-list.tsx";
import { SegmentHelp } from "./segment-action.tsx";
import { useGroupFinding } from "./use-group-finding.ts";
import { useShareColumns } from "./use-share-columns.ts";

/** A grouping whose groups are no grid: a list with its definition and figures. `name` is that of the CSV. */
export function ListedGroupsCard(props: {
  name: string;
  definition: string;
  groups: readonly (ListedGroup & { is: string })[];
  segments: SegmentsState;
}) {
  const { t } = useTranslation("rfm");
  const finding = useGroupFinding();
  const total = sumOf(props.groups);
  const shares = useShareColumns(total);
  return (
    <ChartCard
      finding={finding(props.groups, total)}
      definition={props.definition}
      table={{
        name: props.name,
        rows: props.groups,
        columns: [
          { heading: t("columns.group"), value: ({ label }) => label },
          { heading: t("columns.is"), value: ({ is }) => is },
          ...shares,
        ],
      }}
      interactive
    >
      <BlockStack gap="300">
        <SegmentHelp segments={props.segments} />
        <GroupList groups={props.groups} total={total} segments={props.segments} />
      </BlockStack>
    </ChartCard>
  );
}

import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { sharesOf, sumOf } from "#app/insights/rfm-figures.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { groupOf, RFM_GROUPS } from "#app/value/rfm/group.ts";
import { GroupList } from "./group-list.tsx";
import { SegmentHint } from "./segment-action.tsx";

/** The groups of the grid with what to do, and a Shopify segment for each. */
export function ShopifyGroups({ figures, segments }: { figures: RfmFigures; segments: SegmentsState }) {
  const { t } = useTranslation(["rfm", "common"]);
  const groups = sharesOf(RFM_GROUPS, figures.cells, groupOf)
    .filter(({ name }) => name !== "prospects")
    .map((share) => ({
      ...share,
      key: share.name,
      label: t(`common:groups.${share.name}`),
      advice: t(`advice.${share.name}`),
      url: `/app/customers?group=${share.name}`,
    }));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("groupsTitle")}
        </Text>
        <SegmentHint segments={segments} />
        <GroupList groups={groups} total={sumOf(figures.cells)} segments={segments} />
        {figures.prospects > 0 && (
          <Text as="p" tone="subdued">
            {t("prospects", { count: figures.prospects })} {t("advice.prospects")}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

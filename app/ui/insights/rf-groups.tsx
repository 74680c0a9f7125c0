import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import { sharesOf } from "#app/insights/rfm-figures.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { RF_GROUPS, rfGroupOf } from "#app/value/rfm/rf-group.ts";
import { ListedGroupsCard } from "./listed-groups-card.tsx";

const NAMES = RF_GROUPS.map(({ group }) => group);

/** The ten groups of recency and frequency. */
export function RfGroups({ figures, segments }: { figures: RfmFigures; segments: SegmentsState }) {
  const { t } = useTranslation(["rfm", "common"]);
  return (
    <ListedGroupsCard
      segments={segments}
      name="rfm-ten-groups"
      definition={`${t("definition.scores")} ${t("definition.rf")} ${t("definition.always")}`}
      groups={sharesOf(NAMES, figures.cells, rfGroupOf).map((share) => ({
        ...share,
        key: `rf_${share.name}` as const,
        label: t(`common:rfGroups.${share.name}`),
        is: t(`rfIs.${share.name}`),
        advice: t(`rfAdvice.${share.name}`),
        url: `/app/customers?rf=${share.name}`,
      }))}
    />
  );
}

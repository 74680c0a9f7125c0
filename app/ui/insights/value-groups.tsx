import { useTranslation } from "react-i18next";
import type { RfmFigures } from "#app/insights/reports/rfm-report.server.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import { VALUE_GROUPS, valueGroupOf, type AboveMean } from "#app/value/rfm/value-group.ts";
import { useFormat } from "../shop-context.tsx";
import { ListedGroupsCard } from "./listed-groups-card.tsx";

const LOW_HIGH = [false, true] as const;
const SIDES: readonly AboveMean[] = LOW_HIGH.flatMap((recency) =>
  LOW_HIGH.flatMap((frequency) => LOW_HIGH.map((monetary) => ({ recency, frequency, monetary }))),
);

/** The eight groups of high and low. */
export function ValueGroups(props: { figures: RfmFigures; segments: SegmentsState }) {
  const { valueGroups, means } = props.figures;
  const { t } = useTranslation(["rfm", "common"]);
  const { number, money } = useFormat();
  const side = (high: boolean | undefined) => (high === true ? t("side.high") : t("side.low"));
  const mean = {
    days: number(Math.round(means?.recencyDays ?? 0)),
    orders: number(Math.round((means?.frequency ?? 0) * 100) / 100),
    money: money(means?.netMinor ?? 0),
  };
  return (
    <ListedGroupsCard
      segments={props.segments}
      name="rfm-eight-groups"
      definition={t("definition.value", mean)}
      groups={VALUE_GROUPS.map((name) => {
        const sides = SIDES.find((each) => valueGroupOf(each) === name);
        const share = valueGroups.find((group) => group.name === name);
        return {
          key: name,
          customers: share?.customers ?? 0,
          revenueMinor: share?.revenueMinor ?? 0,
          label: t(`common:valueGroups.${name}`),
          is: t("side.sentence", {
            recency: side(sides?.recency),
            frequency: side(sides?.frequency),
            monetary: side(sides?.monetary),
          }),
          advice: t(`valueAdvice.${name}`),
          url: `/app/customers?value=${encodeURIComponent(name)}`,
        };
      })}
    />
  );
}

import { lazy } from "react";
import { useTranslation } from "react-i18next";
import type { LifecycleData } from "#app/insights/reports/lifecycle-report.server.ts";
import type { Rhythm } from "#app/value/lifecycle/rhythm.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import { awayShare, shareOf, type StageRow } from "./stage-figures.ts";
import { useStageRule } from "./use-stage-rule.ts";

const StageBars = lazy(async () => ({ default: (await import("./stage-bars.tsx")).StageBars }));

type Props = Pick<LifecycleData, "stages" | "warned"> & { rhythm: Rhythm };

/** How many customers are in each stage. */
export function StageChart({ stages, warned, rhythm }: Props) {
  const { t } = useTranslation(["lifecycle", "common"]);
  const { percent } = useFormat();
  const rule = useStageRule(rhythm);
  const away = awayShare(stages);
  const definitions = [
    ...stages.map(({ stage }) => `${t(`common:stages.${stage}`)}: ${rule(stage)}`),
    t("definition.limits"),
    t("definition.warned", { count: warned }),
    t("definition.since"),
    t("definition.trend"),
  ];
  return (
    <ChartCard
      finding={away === null ? t("findingNobody") : t("finding", { share: percent(away) })}
      help={t("help")}
      definition={definitions.map((text) => (
        <span key={text} className="laurel-line">
          {text}
        </span>
      ))}
      table={useStageTable(stages)}
    >
      <Later>
        <StageBars stages={stages} />
      </Later>
    </ChartCard>
  );
}

function useStageTable(stages: readonly StageRow[]): FigureTable<StageRow> {
  const { t } = useTranslation(["lifecycle", "common"]);
  const { number, percent, money, decimal } = useFormat();
  return {
    name: "lifecycle",
    rows: stages,
    columns: [
      {
        heading: t("columns.stage"),
        value: ({ stage }) => stage,
        text: ({ stage }) => t(`common:stages.${stage}`),
      },
      {
        heading: t("columns.customers"),
        numeric: true,
        value: ({ customers }) => customers,
        text: ({ customers }) => number(customers),
      },
      {
        heading: t("columns.share"),
        numeric: true,
        value: (row) => shareOf(row, stages),
        text: (row) => percent(shareOf(row, stages)),
      },
      {
        heading: t("columns.revenue"),
        numeric: true,
        value: ({ minor }) => decimal(minor),
        text: ({ minor }) => money(minor),
      },
      {
        heading: t("columns.change"),
        numeric: true,
        value: ({ change }) => change,
        text: ({ change }) => (change === null ? "—" : `${change > 0 ? "+" : ""}${number(change)}`),
      },
    ],
  };
}

import { lazy } from "react";
import { useTranslation } from "react-i18next";
import type { FittedReport } from "#app/value/clv/model-report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";
import { soFar, type TrackedWeek } from "./so-far.ts";

const TrackingLines = lazy(async () => ({
  default: (await import("./tracking-lines.tsx")).TrackingLines,
}));

/** Repeat purchases from week to week, made and expected. */
export function TrackingChart({ report: { weeks, test } }: { report: FittedReport }) {
  const { t } = useTranslation("ltv");
  const { number, day } = useFormat();
  const rows = soFar(weeks);
  const tested = test === null ? [] : weeks.filter(({ until }) => until > test.learnedTo);
  const sum = (key: "made" | "expected") =>
    number(Math.round(tested.reduce((total, week) => total + week[key], 0)));
  const knownBy = day(test?.learnedTo ?? weeks.at(-1)?.until ?? "1970-01-01");
  return (
    <ChartCard
      finding={
        test === null
          ? t("tracking.findingFit")
          : t("tracking.finding", { made: sum("made"), expected: sum("expected") })
      }
      help={t("tracking.help", { day: knownBy })}
      definition={t("tracking.definition", { day: knownBy })}
      table={useWeekTable(rows)}
    >
      <Later>
        <TrackingLines rows={rows} split={test?.learnedTo ?? null} />
      </Later>
    </ChartCard>
  );
}

function useWeekTable(rows: readonly TrackedWeek[]): FigureTable<TrackedWeek> {
  const { t } = useTranslation("ltv");
  const { number, day } = useFormat();
  const column = (key: Exclude<keyof TrackedWeek, "until">) => ({
    heading: t(`tracking.${key}`),
    numeric: true,
    value: (row: TrackedWeek) => row[key],
    text: (row: TrackedWeek) => number(Math.round(row[key] * 10) / 10),
  });
  return {
    name: "tracking",
    rows,
    columns: [
      { heading: t("tracking.week"), value: ({ until }) => until, text: ({ until }) => day(until) },
      column("made"),
      column("expected"),
      column("madeSoFar"),
      column("expectedSoFar"),
    ],
  };
}

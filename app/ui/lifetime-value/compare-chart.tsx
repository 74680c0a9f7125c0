import { useTranslation } from "react-i18next";
import type { Candidate, FittedReport, ModelTest } from "#app/value/clv/model-report.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { useFormat } from "../shop-context.tsx";
import { BarList } from "./bar-list.tsx";
import { chosenErrors } from "./chosen-errors.ts";
import { verdictOf } from "./verdict.ts";

type Method = { key: string; name: string; rule: boolean; errors: Candidate["errors"]; note: string };

/** The models and rules of thumb side by side, by their error. */
export function CompareChart({ report, test }: { report: FittedReport; test: ModelTest }) {
  const { t } = useTranslation("ltv");
  const { number } = useFormat();
  const figure = (value: number) => number(Math.round(value * 1000) / 1000);
  const methods = useMethods(report, test);
  const errors = chosenErrors(report);
  const chosen = methods.find((method) => method.errors === errors);
  const verdict = errors === null ? null : verdictOf(errors, test.naive);
  const rule = methods.find(({ key }) => key === verdict?.rule);
  const most = Math.max(...methods.map((method) => method.errors?.rmse ?? 0));
  return (
    <ChartCard
      finding={
        verdict?.kind === "noBetter"
          ? t("compare.noBetter", { rule: rule?.name ?? "", error: figure(rule?.errors?.rmse ?? 0) })
          : t("compare.better", { model: chosen?.name ?? "", error: figure(errors?.rmse ?? 0) })
      }
      help={t("compare.help")}
      definition={t("compare.definition")}
      table={useMethodTable(methods)}
    >
      <BarList
        bars={methods.flatMap(({ key, name, errors: own, rule: light, note }) => {
          if (own === null) return [];
          const text = note === "" ? figure(own.rmse) : `${figure(own.rmse)} · ${note}`;
          return [{ key, label: name, share: most > 0 ? own.rmse / most : 0, text, light }];
        })}
      />
    </ChartCard>
  );
}

function useMethods(report: FittedReport, test: ModelTest): Method[] {
  const { t } = useTranslation("ltv");
  const best = chosenErrors(report);
  return [
    ...report.candidates.map(({ model, errors, left }) => ({
      ...{ key: model, name: t(`models.${model}`), rule: false, errors },
      note: left !== null ? t(`reasons.${left}`) : errors === best ? t("compare.chosen") : "",
    })),
    ...test.naive.map(({ rule, errors }) => ({
      key: rule,
      name: t(`rules.${rule}`),
      rule: true,
      errors,
      note: "",
    })),
  ];
}

function useMethodTable(rows: readonly Method[]): FigureTable<Method> {
  const { t } = useTranslation("ltv");
  const { number, percent } = useFormat();
  const column = (key: "rmse" | "mae") => ({
    heading: t(`compare.${key}`),
    numeric: true,
    value: ({ errors }: Method) => errors?.[key] ?? null,
    text: ({ errors }: Method) => (errors === null ? "—" : number(Math.round(errors[key] * 1000) / 1000)),
  });
  return {
    name: "models",
    rows,
    columns: [
      { heading: t("compare.method"), value: ({ name }) => name },
      column("rmse"),
      column("mae"),
      {
        heading: t("compare.bias"),
        numeric: true,
        value: ({ errors }) => errors?.bias ?? null,
        text: ({ errors }) => (errors === null ? "—" : percent(errors.bias)),
      },
      { heading: t("compare.note"), value: ({ note }) => note },
    ],
  };
}

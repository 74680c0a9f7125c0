import { Button, ButtonGroup } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LifetimeValue } from "#app/insights/reports/lifetime-value-report.server.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { useFormat } from "../shop-context.tsx";
import { BarList } from "./bar-list.tsx";

type Class = LifetimeValue["classes"][number];

/** Who holds the value: the three classes, each with its way to the customers. */
export function ClassesChart({ sum, classes }: Pick<LifetimeValue, "sum" | "classes">) {
  const { t } = useTranslation(["ltv", "common"]);
  const { number, percent, roundMoney } = useFormat();
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const [high] = classes;
  return (
    <ChartCard
      finding={t("classes.finding", {
        customers: number(high?.customers ?? 0),
        share: percent(share(high?.customers ?? 0, sum.customers)),
        money: percent(share(high?.valueMinor ?? 0, sum.valueMinor)),
      })}
      help={t("classes.help")}
      definition={t("classes.definition")}
      table={useClassTable({ sum, classes })}
      actions={
        <ButtonGroup>
          {classes.map(({ clvClass }) => (
            <Button key={clvClass} url={`/app/customers?clv=${clvClass}`}>
              {t("classes.show", { class: t(`common:clvClasses.${clvClass}`).toLocaleLowerCase() })}
            </Button>
          ))}
        </ButtonGroup>
      }
    >
      <BarList
        bars={classes.map(({ clvClass, customers, valueMinor }) => ({
          key: clvClass,
          label: t(`common:clvClasses.${clvClass}`),
          share: share(valueMinor, sum.valueMinor),
          text: t("classes.bar", {
            customers: number(customers),
            value: roundMoney(valueMinor),
            share: percent(share(valueMinor, sum.valueMinor)),
          }),
        }))}
      />
    </ChartCard>
  );
}

function useClassTable({ sum, classes }: Pick<LifetimeValue, "sum" | "classes">): FigureTable<Class> {
  const { t } = useTranslation(["ltv", "common"]);
  const { number, percent, money, decimal } = useFormat();
  const ofCustomers = ({ customers }: Class) => (sum.customers > 0 ? customers / sum.customers : 0);
  const ofValue = ({ valueMinor }: Class) => (sum.valueMinor > 0 ? valueMinor / sum.valueMinor : 0);
  const mean = ({ valueMinor, customers }: Class) => (customers > 0 ? Math.round(valueMinor / customers) : 0);
  return {
    name: "clv-classes",
    rows: classes,
    columns: [
      { heading: t("classes.class"), value: ({ clvClass }) => t(`common:clvClasses.${clvClass}`) },
      {
        heading: t("classes.customers"),
        numeric: true,
        value: ({ customers }) => customers,
        text: ({ customers }) => number(customers),
      },
      {
        heading: t("classes.shareCustomers"),
        numeric: true,
        value: ofCustomers,
        text: (row) => percent(ofCustomers(row)),
      },
      {
        heading: t("classes.value"),
        numeric: true,
        value: ({ valueMinor }) => decimal(valueMinor),
        text: ({ valueMinor }) => money(valueMinor),
      },
      {
        heading: t("classes.shareValue"),
        numeric: true,
        value: ofValue,
        text: (row) => percent(ofValue(row)),
      },
      {
        heading: t("classes.mean"),
        numeric: true,
        value: (row) => decimal(mean(row)),
        text: (row) => money(mean(row)),
      },
    ],
  };
}

import { DataTable } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ParetoCurve } from "#app/insights/reports/pareto-curve.server.ts";
import { toCells, type FigureTable } from "../charts/figure-table.ts";
import { useFormat } from "../shop-context.tsx";

type Decile = ParetoCurve["deciles"][number] & { place: number };

/** What each tenth of the customers brings, the highest spend first. */
export function DecileTable({ curve }: { curve: ParetoCurve }) {
  const table = useDeciles(curve);
  return (
    <DataTable
      columnContentTypes={table.columns.map(({ numeric }) => (numeric === true ? "numeric" : "text"))}
      headings={table.columns.map(({ heading }) => heading)}
      rows={toCells(table)}
      increasedTableDensity
    />
  );
}

/** The same as a table of figures. */
export function useDeciles({ deciles, netMinor }: ParetoCurve): FigureTable<Decile> {
  const { t } = useTranslation("concentration");
  const { number, money, decimal, percent } = useFormat();
  const minor = (heading: string, of: (decile: Decile) => number) => ({
    heading,
    numeric: true,
    value: (decile: Decile) => decimal(Math.round(of(decile))),
    text: (decile: Decile) => money(Math.round(of(decile))),
  });
  return {
    name: "concentration-tenths",
    rows: deciles.map((decile, index) => ({ ...decile, place: index + 1 })),
    columns: [
      {
        heading: t("deciles.decile"),
        value: ({ place }) => place,
        text: ({ place }) => (place === 1 ? t("deciles.first") : number(place)),
      },
      {
        heading: t("deciles.customers"),
        numeric: true,
        value: ({ customers }) => customers,
        text: ({ customers }) => number(customers),
      },
      minor(t("deciles.money"), (decile) => decile.netMinor),
      {
        heading: t("deciles.share"),
        numeric: true,
        value: (decile) => decile.netMinor / netMinor,
        text: (decile) => percent(decile.netMinor / netMinor),
      },
      minor(t("deciles.average"), (decile) => decile.netMinor / decile.customers),
      minor(t("deciles.least"), (decile) => decile.leastMinor),
    ],
  };
}

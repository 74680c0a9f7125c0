import { Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DUE_FILTERS, type ReplenishmentQuery } from "#app/insights/replenishment-query.ts";
import type { ReplenishmentPage } from "#app/insights/replenishment.server.ts";

type Props = {
  query: ReplenishmentQuery;
  products: ReplenishmentPage["products"];
  onQuery: (query: ReplenishmentQuery) => void;
};

/** Due when, and which product; a new choice starts again at the first page. */
export function DueFilters({ query: { due, product }, products, onQuery }: Props) {
  const { t } = useTranslation("replenishment");
  const chosenIsGone = product !== undefined && !products.some(({ id }) => id === product);
  return (
    <div className="laurel-filters">
      <Select
        label={t("filters.due")}
        options={DUE_FILTERS.map((value) => ({ value, label: t(`due.${value}`) }))}
        value={due}
        onChange={(value) => onQuery({ product, due: DUE_FILTERS.find((each) => each === value) ?? due })}
      />
      <Select
        label={t("filters.product")}
        options={[
          { value: "", label: t("filters.anyProduct") },
          ...(chosenIsGone ? [{ value: product, label: t("filters.noneDue", { id: product }) }] : []),
          ...products.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={product ?? ""}
        onChange={(value) => onQuery({ due, product: value === "" ? undefined : value })}
      />
    </div>
  );
}

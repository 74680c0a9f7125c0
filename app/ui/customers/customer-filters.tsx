import { ChoiceList, Filters, type AppliedFilterInterface, type FilterInterface } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { withFilters, type CustomersQuery } from "#app/insights/customers-query.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";

/** So long after the last key a search starts. */
const TYPING_PAUSE_MS = 400;

type Props = {
  query: CustomersQuery;
  tiers: { key: string; name: string }[];
  loading: boolean;
  /** On the way to another page: what was typed last no longer matters. */
  leaving: boolean;
  onQuery: (query: CustomersQuery) => void;
};

/** Search, tier and group; they combine. */
export function CustomerFilters({ query, tiers, loading, leaving, onQuery }: Props) {
  const { t } = useTranslation(["customers", "common"]);
  const search = useSearchText(query, leaving, onQuery);
  const pick = (patch: Parameters<typeof withFilters>[1]) => onQuery(withFilters(search.settled(), patch));
  const choices = [
    choiceFilter({
      key: "tier",
      label: t("columns.tier"),
      choices: tiers.map(({ key, name }) => ({ value: key, label: name })),
      selected: query.tier,
      onPick: (tier) => pick({ tier }),
    }),
    choiceFilter({
      key: "group",
      label: t("columns.group"),
      choices: RFM_GROUPS.map((value) => ({ value, label: t(`common:groups.${value}`) })),
      selected: query.group,
      onPick: (picked) => pick({ group: RFM_GROUPS.find((group) => group === picked) }),
    }),
  ];
  return (
    <Filters
      queryValue={search.text}
      queryPlaceholder={t("search")}
      onQueryChange={search.type}
      onQueryClear={() => search.type("")}
      onClearAll={() => {
        search.clear();
        onQuery({});
      }}
      loading={loading}
      filters={choices.map(({ filter }) => filter)}
      appliedFilters={choices.flatMap(({ applied }) => applied)}
    />
  );
}

type Choice = {
  key: string;
  label: string;
  choices: { value: string; label: string }[];
  selected: string | undefined;
  onPick: (value: string | undefined) => void;
};

/** One filter of which a single value can be chosen, and its pill while one is. */
function choiceFilter({ key, label, choices, selected, onPick }: Choice): {
  filter: FilterInterface;
  applied: AppliedFilterInterface[];
} {
  const chosen = choices.find(({ value }) => value === selected);
  return {
    filter: {
      key,
      label,
      shortcut: true,
      filter: (
        <ChoiceList
          title={label}
          titleHidden
          choices={choices}
          selected={selected === undefined ? [] : [selected]}
          onChange={([picked]) => onPick(picked)}
        />
      ),
    },
    applied:
      selected === undefined
        ? []
        : [
            {
              key,
              label: `${label}: ${chosen?.label ?? selected}`,
              onRemove: () => onPick(undefined),
            },
          ],
  };
}

/** The text of the search field; it becomes part of the query once the typing pauses. */
function useSearchText(query: CustomersQuery, leaving: boolean, onQuery: Props["onQuery"]) {
  const [text, setText] = useState(query.search ?? "");
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(leaving);
  useEffect(() => {
    gone.current = leaving;
  }, [leaving]);
  const searched = (typed: string): CustomersQuery =>
    withFilters(query, { search: typed.trim() || undefined });
  useEffect(() => {
    // Before the router hears of it: a search that starts after a click on a row would overtake the row.
    const stop = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a") !== null) clearTimeout(pause.current);
    };
    document.addEventListener("click", stop, { capture: true });
    return () => document.removeEventListener("click", stop, { capture: true });
  }, []);
  return {
    text,
    type: (typed: string) => {
      setText(typed);
      clearTimeout(pause.current);
      pause.current = setTimeout(() => {
        if (!gone.current) onQuery(searched(typed));
      }, TYPING_PAUSE_MS);
    },
    clear: () => {
      clearTimeout(pause.current);
      setText("");
    },
    /** The query with what was typed so far: no need to wait for the pause. */
    settled: () => {
      clearTimeout(pause.current);
      return searched(text);
    },
  };
}

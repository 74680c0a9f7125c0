import { ChoiceList, Filters, type AppliedFilterInterface, type FilterInterface } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { withFilters, type CustomersFilters, type CustomersQuery } from "#app/insights/customers-query.ts";
import type { OwnScale } from "#app/insights/own-scale.ts";
import { CLV_CLASSES } from "#app/value/clv/clv-class.ts";
import { STAGES } from "#app/value/lifecycle/stages.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { RF_GROUPS } from "#app/value/rfm/rf-group.ts";
import { VALUE_GROUPS } from "#app/value/rfm/value-group.ts";

/** So long after the last key a search starts. */
const TYPING_PAUSE_MS = 400;

type Props = {
  query: CustomersQuery;
  tiers: { key: string; name: string }[];
  ownScale: OwnScale | null;
  loading: boolean;
  /** On the way to another page: what was typed last no longer matters. */
  leaving: boolean;
  onQuery: (query: CustomersQuery) => void;
};

/** Search, and what customers can be narrowed down by; it all combines. */
export function CustomerFilters({ query, tiers, ownScale, loading, leaving, onQuery }: Props) {
  const { t } = useTranslation("customers");
  const search = useSearchText(query, leaving, onQuery);
  const pick = (patch: CustomersFilters) => onQuery(withFilters(search.settled(), patch));
  const choices = [...useChoices(query, tiers, pick), ...useOwnChoices(query, ownScale, pick)];
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

const SCORES = ["recency", "frequency", "monetary", "mean"] as const;

function useChoices(query: CustomersQuery, tiers: Props["tiers"], pick: (patch: CustomersFilters) => void) {
  const { t } = useTranslation(["customers", "common"]);
  return [
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
      onPick: (group) => pick({ group }),
    }),
    choiceFilter({
      key: "stage",
      label: t("filters.stage"),
      choices: STAGES.map((value) => ({ value, label: t(`common:stages.${value}`) })),
      selected: query.stage,
      onPick: (stage) => pick({ stage }),
    }),
    choiceFilter({
      key: "clv",
      label: t("filters.clv"),
      choices: CLV_CLASSES.map((value) => ({ value, label: t(`common:clvClasses.${value}`) })),
      selected: query.clv,
      onPick: (clv) => pick({ clv }),
    }),
    choiceFilter({
      key: "rf",
      label: t("filters.rf"),
      choices: RF_GROUPS.map(({ group: value }) => ({ value, label: t(`common:rfGroups.${value}`) })),
      selected: query.rf,
      onPick: (rf) => pick({ rf }),
    }),
    choiceFilter({
      key: "value",
      label: t("filters.value"),
      choices: VALUE_GROUPS.map((value) => ({ value, label: t(`common:valueGroups.${value}`) })),
      selected: query.value,
      onPick: (value) => pick({ value }),
    }),
    ...SCORES.map((key) =>
      choiceFilter({
        key,
        label: t(`filters.${key}`),
        choices: ["5", "4", "3", "2", "1"].map((value) => ({ value, label: value })),
        selected: query[key]?.toString(),
        onPick: (value) => pick({ [key]: value === undefined ? undefined : Number(value) }),
      }),
    ),
  ];
}

const OWN_KEYS = { recency: "ownRecency", frequency: "ownFrequency", monetary: "ownMonetary" } as const;

/** Filters by the shop's own scores, where it has a scheme of its own. */
function useOwnChoices(
  query: CustomersQuery,
  ownScale: OwnScale | null,
  pick: (patch: CustomersFilters) => void,
) {
  const { t } = useTranslation("customers");
  return (ownScale?.metrics ?? []).map((metric) => {
    const key = OWN_KEYS[metric];
    return choiceFilter({
      key,
      label: t(`filters.${key}`),
      choices: ownScale?.scores.map(String).map((value) => ({ value, label: value })) ?? [],
      selected: query[key]?.toString(),
      onPick: (value) => pick({ [key]: value === undefined ? undefined : Number(value) }),
    });
  });
}

/** Shown even while nothing of theirs is chosen. */
const PINNED = new Set(["tier", "group", "stage", "clv"]);

type Choice<Value extends string> = {
  key: string;
  label: string;
  choices: { value: Value; label: string }[];
  selected: Value | undefined;
  onPick: (value: Value | undefined) => void;
};

/** One filter of which a single value can be chosen, and its pill while one is. */
function choiceFilter<Value extends string>({
  key,
  label,
  choices,
  selected,
  onPick,
}: Choice<Value>): {
  filter: FilterInterface;
  applied: AppliedFilterInterface[];
} {
  const chosen = choices.find(({ value }) => value === selected);
  return {
    filter: {
      key,
      label,
      pinned: PINNED.has(key),
      filter: (
        <ChoiceList
          title={label}
          titleHidden
          choices={choices}
          selected={selected === undefined ? [] : [selected]}
          onChange={([picked]) => onPick(choices.find(({ value }) => value === picked)?.value)}
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

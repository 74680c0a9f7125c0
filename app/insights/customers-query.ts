import { z } from "zod";
import { CLV_CLASSES } from "#app/value/clv/clv-class.ts";
import { STAGES } from "#app/value/lifecycle/stages.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { toGroupKey, type GroupKey } from "#app/value/rfm/group-key.ts";
import { RF_GROUPS } from "#app/value/rfm/rf-group.ts";
import { VALUE_GROUPS } from "#app/value/rfm/value-group.ts";

/** A place in the list: rank, spend and number of the customer there. */
const place = z.string().regex(/^\d{1,3}_\d{1,18}_\d{1,18}$/);

const score = z.coerce.number().int().min(1).max(5).optional().catch(undefined);

/** What of the customers is asked for, as it stands in the page's address. What can't be read is left out. */
export const customersQuerySchema = z.object({
  tier: z.string().min(1).max(40).optional().catch(undefined),
  group: z.enum(RFM_GROUPS).optional().catch(undefined),
  stage: z.enum(STAGES).optional().catch(undefined),
  clv: z.enum(CLV_CLASSES).optional().catch(undefined),
  rf: z
    .enum(RF_GROUPS.map(({ group }) => group))
    .optional()
    .catch(undefined),
  value: z.enum(VALUE_GROUPS).optional().catch(undefined),
  /** Scores from 1 to 5; `mean` is that of frequency and monetary, rounded up. */
  recency: score,
  frequency: score,
  monetary: score,
  mean: score,
  /** The same by the shop's own scheme. */
  ownRecency: score,
  ownFrequency: score,
  ownMonetary: score,
  /** A name, an e-mail or a number: looked up at Shopify, not in our tables. */
  search: z.string().trim().min(1).max(100).optional().catch(undefined),
  /** The page after this place; or, with `before`, the page before it. */
  after: place.optional().catch(undefined),
  before: place.optional().catch(undefined),
});

export type CustomersQuery = z.infer<typeof customersQuerySchema>;

/** What can be filtered by: all but the place in the list. */
export type CustomersFilters = Omit<CustomersQuery, "after" | "before">;

/** Does the query leave any customer out? */
export function isFiltered(query: CustomersQuery): boolean {
  return Object.values(filtersOf(query)).some((value) => value !== undefined);
}

/** The query with other filters: it starts again at the first page. */
export function withFilters(query: CustomersQuery, patch: CustomersFilters): CustomersQuery {
  return { ...filtersOf(query), ...patch };
}

/** The RFM group or cell that the query asks for, where it asks for that and nothing else. */
export function groupOfQuery(query: CustomersQuery): GroupKey | undefined {
  const asked = toSearchParams(filtersOf(query));
  const { group, rf, value, recency, mean, frequency, monetary } = query;
  const keys = new Map([
    ["group", group ?? ""],
    ["rf", `rf_${rf}`],
    ["value", value ?? ""],
    ["mean recency", `r${recency}_fm${mean}`],
    ["frequency monetary recency", `${recency}${frequency}${monetary}`],
  ]);
  return toGroupKey(keys.get(Object.keys(asked).toSorted().join(" ")) ?? "");
}

function filtersOf({ after, before, ...filters }: CustomersQuery): CustomersFilters {
  return filters;
}

/** A query as an address has it. */
export function toSearchParams(
  query: Readonly<Record<string, string | number | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [[key, String(value)]],
    ),
  );
}

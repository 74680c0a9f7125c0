import { z } from "zod";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";

/** A place in the list: rank, spend and number of the customer there. */
const place = z.string().regex(/^\d{1,3}_\d{1,18}_\d{1,18}$/);

/** What of the customers is asked for, as it stands in the page's address. What can't be read is left out. */
export const customersQuerySchema = z.object({
  tier: z.string().min(1).max(40).optional().catch(undefined),
  group: z.enum(RFM_GROUPS).optional().catch(undefined),
  /** A name, an e-mail or a number: looked up at Shopify, not in our tables. */
  search: z.string().trim().min(1).max(100).optional().catch(undefined),
  /** The page after this place; or, with `before`, the page before it. */
  after: place.optional().catch(undefined),
  before: place.optional().catch(undefined),
});

export type CustomersQuery = z.infer<typeof customersQuerySchema>;

/** Does the query leave any customer out? */
export function isFiltered({ tier, group, search }: CustomersQuery): boolean {
  return tier !== undefined || group !== undefined || search !== undefined;
}

/** The query with other filters: it starts again at the first page. */
export function withFilters(
  query: CustomersQuery,
  patch: Pick<CustomersQuery, "tier" | "group" | "search">,
): CustomersQuery {
  const { tier, group, search } = query;
  return { tier, group, search, ...patch };
}

/** The query as an address has it. */
export function toSearchParams(query: CustomersQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [[key, value]],
    ),
  );
}

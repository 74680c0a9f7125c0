import { z } from "zod";

/** Which part of the list: due within so many days from today on, or overdue. */
export const DUE_FILTERS = ["week", "fortnight", "overdue"] as const;

export type DueFilter = (typeof DUE_FILTERS)[number];

/** A place in the list: due day, number of the customer and of the product there. */
const place = z.string().regex(/^\d{4}-\d{2}-\d{2}_\d{1,18}_\d{1,18}$/);

/** What of the due list is asked for, as it stands in the page's address. What can't be read is left out. */
export const replenishmentQuerySchema = z.object({
  due: z.enum(DUE_FILTERS).default("fortnight").catch("fortnight"),
  product: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional()
    .catch(undefined),
  /** The page after this place; or, with `before`, the page before it. */
  after: place.optional().catch(undefined),
  before: place.optional().catch(undefined),
});

export type ReplenishmentQuery = z.infer<typeof replenishmentQuerySchema>;

import { Prisma } from "#app/generated/prisma/client.ts";

/**
 * The keys (`app/value/rfm/group-key.ts`) of every group and cell that a customer is in, Shopify's group first. Over a
 * row `s` of `score`: without one there is no purchase, a prospect.
 */
export const GROUP_KEYS_OF_SCORE = Prisma.sql`
  CASE WHEN s.customer_id IS NULL THEN ARRAY['prospects'] ELSE ARRAY[
    s."group",
    'rf_' || s.rf_group,
    s.value_group,
    concat('r', s.recency, '_fm', (s.frequency + s.monetary + 1) / 2),
    concat(s.recency, s.frequency, s.monetary)
  ] END`;

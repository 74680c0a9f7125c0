import { Prisma } from "#app/generated/prisma/client.ts";
import { GROUP_CELLS } from "./rfm/group.ts";
import { rfGroupOf } from "./rfm/rf-group.ts";
import { valueGroupOf } from "./rfm/value-group.ts";

const SCORES = [1, 2, 3, 4, 5] as const;
const LOW_HIGH = [false, true] as const;
const RF_CELLS = SCORES.flatMap((recency) => SCORES.map((frequency) => rfGroupOf({ recency, frequency })));
const VALUE_CELLS = LOW_HIGH.flatMap((recency) =>
  LOW_HIGH.flatMap((frequency) => LOW_HIGH.map((monetary) => valueGroupOf({ recency, frequency, monetary }))),
);

/** `groupOf` in SQL, over columns `recency`, `frequency` and `monetary` with scores of five. */
export const GROUP_NAME = Prisma.sql`
  (${GROUP_CELLS.map((cell) => cell.group)}::text[])[(recency - 1) * 5 + (frequency + monetary + 1) / 2]`;

/** `rfGroupOf` in SQL, over the same columns. */
export const RF_GROUP_NAME = Prisma.sql`(${RF_CELLS}::text[])[(recency - 1) * 5 + frequency]`;

/** `valueGroupOf` in SQL, over columns that are 2 above the mean and 1 elsewhere. */
export const VALUE_GROUP_NAME = Prisma.sql`
  (${VALUE_CELLS}::text[])[(recency_side - 1) * 4 + (frequency_side - 1) * 2 + monetary_side]`;

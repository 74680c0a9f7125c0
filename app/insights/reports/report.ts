import type { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";

/**
 * Figures that cost a look at the whole shop: `make` works them out beforehand, pages read what was kept.
 * Everything in them is JSON: days as ISO text, money in minor units as numbers.
 */
export type Report<Data> = {
  /** Its name in the table. */
  kind: string;
  schema: z.ZodType<Data>;
  make: (db: Db, shop: Shop) => Promise<Data>;
};

/** What a page gets: the figures, and the instant they are of. */
export type Made<Data> = { madeAt: string; data: Data };

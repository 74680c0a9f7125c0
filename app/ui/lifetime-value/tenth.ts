import type { ModelTest } from "#app/value/clv/model-report.ts";

/** A tenth of the customers by what was expected of them; part 1 the least. */
export type Tenth = ModelTest["deciles"][number] & { part: number };

import type { ModelTest } from "#app/value/clv/model-report.ts";

/** A tenth of the customers: 1 is those of whom the least was expected. */
export type Tenth = ModelTest["deciles"][number] & { part: number };

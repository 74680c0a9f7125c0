import { lifecycleReport } from "./lifecycle-report.server.ts";
import { lifetimeValueReport } from "./lifetime-value-report.server.ts";
import { flowReport } from "./flow-report.server.ts";
import type { Report } from "./report.ts";
import { rfmReport } from "./rfm-report.server.ts";

/** Every report, in the order in which they are made. */
export const REPORTS: readonly Report<unknown>[] = [
  rfmReport,
  flowReport,
  lifetimeValueReport,
  lifecycleReport,
];

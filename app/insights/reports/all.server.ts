import { lifecycleReport } from "./lifecycle-report.server.ts";
import { lifetimeValueReport } from "./lifetime-value-report.server.ts";
import type { Report } from "./report.ts";

/** Every report, in the order in which they are made. */
export const REPORTS: readonly Report<unknown>[] = [lifetimeValueReport, lifecycleReport];

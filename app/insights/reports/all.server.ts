import { cohortsReport } from "./cohorts-report.server.ts";
import { concentrationReport } from "./concentration-report.server.ts";
import { flowReport } from "./flow-report.server.ts";
import { homeReport } from "./home-report.server.ts";
import { lifecycleReport } from "./lifecycle-report.server.ts";
import { lifetimeValueReport } from "./lifetime-value-report.server.ts";
import { membershipReport } from "./membership-report.server.ts";
import type { Report } from "./report.ts";
import { returningReport } from "./returning-report.server.ts";
import { rfmReport } from "./rfm-report.server.ts";
import { shopFiguresReport } from "./shop-figures-report.server.ts";

/** Every report, in the order in which they are made. */
export const REPORTS: readonly Report<unknown>[] = [
  homeReport,
  membershipReport,
  shopFiguresReport,
  rfmReport,
  flowReport,
  lifetimeValueReport,
  lifecycleReport,
  cohortsReport,
  concentrationReport,
  returningReport,
];

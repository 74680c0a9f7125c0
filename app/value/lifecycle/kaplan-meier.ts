/** Spans of the same length, counted: so many ended on that day, so many were still open when last looked at. */
export type Spans = { days: number; closed: number; open: number };

/** A corner of the curve: from that day on this share of the spans has ended. */
export type Corner = { days: number; share: number; atRisk: number };

/**
 * The share of spans that ended, by days, where some are still open: open ones count for as long as they were
 * watched. A span that ends on the day on which another was last seen comes first. Source: E. Kaplan,
 * P. Meier (1958), Nonparametric Estimation from Incomplete Observations.
 */
export function kaplanMeier(spans: readonly Spans[]): Corner[] {
  let atRisk = spans.reduce((sum, { closed, open }) => sum + closed + open, 0);
  let lasting = 1;
  const corners: Corner[] = [];
  for (const { days, closed, open } of spans.toSorted((a, b) => a.days - b.days)) {
    if (closed > 0) {
      lasting *= 1 - closed / atRisk;
      corners.push({ days, share: 1 - lasting, atRisk });
    }
    atRisk -= closed + open;
  }
  return corners;
}

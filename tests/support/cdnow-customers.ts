import { existsSync, readFileSync } from "node:fs";
import { parseMinor } from "#app/platform/money.ts";
import { daysBetween, toDay } from "#app/platform/time.ts";
import type { CustomerFigures } from "#app/value/rfm/score-customers.ts";

/** The sample of CDNOW's customers (Fader & Hardie), which lies beside the repository or is not there. */
const PATH = "../shared/data/cdnow/CDNOW_sample.txt";
export const hasCdnow = existsSync(PATH);

/** Its customers as of 1 July 1998, in the order of their first orders; none where it is missing. */
export function readCdnowCustomers(): CustomerFigures[] {
  const asOf = toDay("1998-07-01");
  const byId = new Map<string, CustomerFigures>();
  const lines = hasCdnow ? readFileSync(PATH, "utf8").trim().split("\n") : [];
  for (const line of lines) {
    const [, id = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
    const day = toDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    const known = byId.get(id) ?? { id, recencyDays: Infinity, frequency: 0, netMinor: 0 };
    byId.set(id, {
      id,
      recencyDays: Math.min(known.recencyDays, daysBetween(day, asOf)),
      frequency: known.frequency + 1,
      netMinor: known.netMinor + parseMinor(dollars, "USD"),
    });
  }
  return [...byId.values()];
}

export function countBy(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

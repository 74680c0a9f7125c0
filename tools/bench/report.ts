import { availableParallelism, loadavg } from "node:os";
import type { ImportFigures } from "./import.ts";
import type { IntakeFigures } from "./intake.ts";
import type { Load, LoadFigures } from "./load.ts";
import { ratio, table, whole } from "./table.ts";

/** An import is to reach this share of a bare COPY. */
const GOAL = 1 / 3;

/** What else the machine does blurs the ratios: it does not slow both sides alike. */
export function machineReport(): string {
  return `${availableParallelism()} cores, load average ${(loadavg()[0] ?? 0).toFixed(1)} before the start`;
}

export function importReport(figures: ImportFigures, rounds: number): string {
  const { rows, laurelSeconds, downloadSeconds, parseSeconds, bareSeconds, bareIndexedSeconds } = figures;
  const all = rows.customer + rows.order + rows.order_line + rows.refund;
  const line = (name: string, seconds: number): string[] => [
    name,
    seconds.toFixed(2),
    whole(all / seconds),
    ratio(bareSeconds / seconds),
    ratio(bareIndexedSeconds / seconds),
  ];
  const verdict = (bare: number): string => (bare / laurelSeconds >= GOAL ? "met" : "missed");
  return `
Import: ${whole(rows.customer)} customers, ${whole(rows.order)} orders, ${whole(rows.order_line)} lines, ${whole(rows.refund)} refunds = ${whole(all)} rows; medians of ${rounds}
${table([
  ["", "seconds", "rows/s", "of bare COPY", "of COPY with indexes"],
  line("bare COPY, no indexes", bareSeconds),
  line("bare COPY, the mirror's indexes", bareIndexedSeconds),
  line("download alone", downloadSeconds),
  line("download, lines parsed", parseSeconds),
  line("Laurel: download to merged mirror", laurelSeconds),
])}
  Goal ${ratio(GOAL)}: ${verdict(bareSeconds)} without indexes, ${verdict(bareIndexedSeconds)} with the same indexes.`;
}

export function intakeReport({ laurel, bare }: IntakeFigures, load: Load, rounds: number): string {
  const line = (name: string, figures: LoadFigures): string[] => [
    name,
    whole(figures.perSecond),
    figures.p50.toFixed(1),
    figures.p99.toFixed(1),
    ratio(figures.perSecond / bare.perSecond),
  ];
  return `
Webhooks: ${whole(load.requests)} signed orders/updated over ${load.connections} connections; medians of ${rounds}
${table([
  ["", "requests/s", "p50 ms", "p99 ms", "of bare route"],
  line("bare Express route", bare),
  line("Laurel: verified, in inbox, job queued", laurel),
])}
  PostgreSQL runs without fsync here: a commit does not wait for the disk.`;
}

import { ratio, table, whole } from "../table.ts";
import type { FitFigures } from "./fits.ts";
import type { ValueFigures } from "./measure.ts";

/** What is to be reached, as ratios, seconds and megabytes. */
const GOALS = { rebuild: 2, day: 0.03, fitSeconds: 1, fitRatio: 20, pages: 3, workerMb: 512 } as const;

export function valueReport(figures: ValueFigures): string {
  const { customer, order, order_line, refund } = figures.rows;
  return `
Value: ${whole(customer)} customers, ${whole(order)} orders, ${whole(order_line)} lines, ${whole(refund)} refunds, drawn and copied in ${whole(figures.fillSeconds)} s
${rebuildReport(figures)}
${fitReport(figures.fits)}
${pagesReport(figures.pages)}
${workerReport(figures)}`;
}

function rebuildReport({ rebuild, day, plainSeconds, duckSeconds }: ValueFigures): string {
  const of = (name: string): number => rebuild.get(name) ?? NaN;
  const both = (round: string): number => of(`facts, ${round}`) + of(`scores, ${round}`);
  const line = (name: string, seconds: number): string[] => [
    name,
    seconds.toFixed(2),
    ratio(seconds / plainSeconds),
    ratio(seconds / both("again")),
  ];
  const daySeconds = day.get("day") ?? NaN;
  return `
${table([
  ["facts and scores", "seconds", "of plain statement", "of full rebuild"],
  line("one plain SQL statement, RFM alone", plainSeconds),
  line("the same in DuckDB, rows in memory", duckSeconds),
  ...["first", "again"].flatMap((round) => [
    line(`Laurel: facts, ${round}`, of(`facts, ${round}`)),
    line(`Laurel: scores, ${round}`, of(`scores, ${round}`)),
    line(`Laurel: full rebuild, ${round}`, both(round)),
  ]),
  line(`Laurel: a day that touches ${whole(day.get("touched") ?? NaN)} customers`, daySeconds),
])}
  All three have the same rows. Goals: full rebuild ${GOALS.rebuild} of the plain statement: ${verdict(both("first") / plainSeconds <= GOALS.rebuild)} into empty tables, ${verdict(both("again") / plainSeconds <= GOALS.rebuild)} again; a day ${GOALS.day} of a full rebuild: ${verdict(daySeconds / both("again") <= GOALS.day)}.`;
}

function fitReport({
  customers,
  distinctRows,
  compressSeconds,
  laurel,
  nelderMead,
  predictSeconds,
}: FitFigures): string {
  const own = laurel.purchases.seconds + laurel.money.seconds;
  const peer = nelderMead.purchases.seconds + nelderMead.money.seconds;
  const line = (name: string, seconds: number, logLikelihood?: number): string[] => [
    name,
    seconds.toFixed(2),
    logLikelihood?.toFixed(2) ?? "",
  ];
  return `
${table([
  ["models", "seconds", "log-likelihood"],
  line(`compress ${whole(customers)} customers to ${whole(distinctRows)} histories`, compressSeconds),
  line("Laurel: BG/NBD", laurel.purchases.seconds, laurel.purchases.logLikelihood),
  line("Laurel: Gamma-Gamma", laurel.money.seconds, laurel.money.logLikelihood),
  line("Nelder-Mead, uncompressed: BG/NBD", nelderMead.purchases.seconds, nelderMead.purchases.logLikelihood),
  line("Nelder-Mead, uncompressed: Gamma-Gamma", nelderMead.money.seconds, nelderMead.money.logLikelihood),
  line("Laurel: 12 months expected of every history", predictSeconds),
])}
  Both fits take ${ratio(own)} s, ${whole(peer / own)} times faster than Nelder-Mead. Goals: ${GOALS.fitSeconds} s ${verdict(own <= GOALS.fitSeconds)}; ${GOALS.fitRatio} times ${verdict(peer / own >= GOALS.fitRatio)}.`;
}

function pagesReport({ large, small }: ValueFigures["pages"]): string {
  const lines = Array.from(large, ([name, milliseconds]) => {
    const other = small.get(name) ?? NaN;
    const times = milliseconds / other;
    return [name, milliseconds.toFixed(1), other.toFixed(1), ratio(times), verdict(times <= GOALS.pages)];
  });
  return `
${table([["page loaders", "ms", "ms, 4,372 customers", "ratio", `goal ${GOALS.pages}`], ...lines])}`;
}

function workerReport({ rebuild, day, jobs }: ValueFigures): string {
  const peak = Math.max(...[rebuild, day, jobs].map((steps) => steps.get("peakMb") ?? NaN));
  const lines = Array.from(jobs).filter(([name]) => name !== "peakMb");
  return `
${table([["a worker's jobs", "seconds"], ...lines.map(([name, seconds]) => [name, seconds.toFixed(2)])])}
  The worker's resident memory was at most ${whole(peak)} MB. Goal ${GOALS.workerMb} MB: ${verdict(peak <= GOALS.workerMb)}.`;
}

function verdict(reached: boolean): string {
  return reached ? "met" : "missed";
}

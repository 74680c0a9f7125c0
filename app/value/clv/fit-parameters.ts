import type { Row, Rows } from "./compress.ts";
import type { Vector } from "./linear.ts";
import { curvatureAt, maximise, type Objective } from "./maximise.ts";
import { customersOf } from "./purchase-model.ts";

/** Of some rows: the log-likelihood of them all and its slope along each parameter. */
export type LikelihoodOf = (rows: Rows) => (parameters: Vector) => {
  value: number;
  gradient: Vector;
};

/** So many customers choose the start, then so many tell where to look among all of them. */
const SOME = [5_000, 50_000] as const;
/** How far the logarithm of a parameter may go from its start: a factor of 160,000 either way. */
const REACH = 12;

/**
 * Maximises a likelihood over the logarithms of its parameters, from several starts (logarithms too), as it may
 * have several maxima; the best is taken. Where there are many customers, some of them choose the start, more of
 * them come near the maximum, and all of them do the rest. What goes beyond the reach of its start pays for it: a
 * ridge that rises for ever ends there, and all stays finite.
 */
export function fitParameters(
  rows: Rows,
  likelihoodOf: LikelihoodOf,
  starts: readonly Vector[],
): { parameters: number[]; logLikelihood: number } {
  const customers = customersOf(rows);
  const [few, ...more] = [...SOME.filter((some) => some < customers), customers];
  const objectiveOf = (some: number): Objective =>
    meanOverLogs(likelihoodOf(everyNth(rows, customers / some)), some);
  let objective = objectiveOf(few);
  const [first, ...others] = starts.map((start) => ({ start, ...maximise(within(start, objective), start) }));
  if (first === undefined) throw new RangeError("There is no start to search from");
  const best = others.reduce((most, each) => (each.value > most.value ? each : most), first);
  let { at } = best;
  for (const some of more) {
    const curvature = curvatureAt(objective, at);
    objective = objectiveOf(some);
    ({ at } = maximise(within(best.start, objective), at, curvature));
  }
  return { parameters: at.map(Math.exp), logLikelihood: objective(at).value * customers };
}

/** The last of each n customers, all of them for 1; n need not be whole. */
function everyNth(rows: Rows, n: number): Rows {
  if (n === 1) return rows;
  const some: Row[] = [];
  let before = 0;
  for (const row of rows) {
    const until = before + row.weight;
    const weight = Math.floor(until / n) - Math.floor(before / n);
    if (weight > 0) some.push({ ...row, weight });
    before = until;
  }
  return some;
}

/** A customer's mean likelihood: steps and slopes are then of one size for every shop. */
function meanOverLogs(likelihood: ReturnType<LikelihoodOf>, customers: number): Objective {
  return (logs) => {
    const parameters = logs.map(Math.exp);
    const { value, gradient } = likelihood(parameters);
    const slopes = gradient.map((slope, index) => (slope * (parameters[index] ?? 0)) / customers);
    return { value: value / customers, gradient: slopes };
  };
}

function within(start: Vector, objective: Objective): Objective {
  return (at) => {
    const { value, gradient } = objective(at);
    const beyond = at.map((each, index) => {
      const away = each - (start[index] ?? 0);
      return Math.sign(away) * Math.max(0, Math.abs(away) - REACH);
    });
    return {
      value: beyond.reduce((left, each) => left - each ** 2 / 2, value),
      gradient: gradient.map((slope, index) => slope - (beyond[index] ?? 0)),
    };
  };
}

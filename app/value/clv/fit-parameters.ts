import type { Row } from "./compress.ts";
import type { Vector } from "./linear.ts";
import { maximise, type Objective } from "./maximise.ts";
import { customersOf } from "./purchase-model.ts";

/** Of some rows: the log-likelihood of them all and its slope along each parameter. */
export type LikelihoodOf = (rows: readonly Row[]) => (parameters: Vector) => {
  value: number;
  gradient: Vector;
};

/** So many rows choose the start. */
const SOME = 5000;
/** How far the logarithm of a parameter may go from its start: a factor of 160,000 either way. */
const REACH = 12;

/**
 * Maximises a likelihood over the logarithms of its parameters, from several starts (logarithms too), as it may
 * have several maxima; the best is taken. Where there are many rows, some of them choose the start. What goes
 * beyond the reach of its start pays for it: a ridge that rises for ever ends there, and all stays finite.
 */
export function fitParameters(
  rows: readonly Row[],
  likelihoodOf: LikelihoodOf,
  starts: readonly Vector[],
): { parameters: number[]; logLikelihood: number } {
  const every = Math.ceil(rows.length / SOME);
  const some = every === 1 ? rows : rows.filter((_, index) => index % every === 0);
  const objective = meanOverLogs(some, likelihoodOf);
  const [first, ...others] = starts.map((start) => ({ start, ...maximise(within(start, objective), start) }));
  if (first === undefined) throw new RangeError("There is no start to search from");
  const best = others.reduce((most, each) => (each.value > most.value ? each : most), first);
  const all = some === rows ? objective : meanOverLogs(rows, likelihoodOf);
  const found = some === rows ? best : maximise(within(best.start, all), best.at);
  return { parameters: found.at.map(Math.exp), logLikelihood: all(found.at).value * customersOf(rows) };
}

/** A customer's mean likelihood: steps and slopes are then of one size for every shop. */
function meanOverLogs(rows: readonly Row[], likelihoodOf: LikelihoodOf): Objective {
  const customers = customersOf(rows);
  const likelihood = likelihoodOf(rows);
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

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { z } from "zod";
import type { History } from "#app/value/clv/compress.ts";
import type { Spend } from "#app/value/clv/gamma-gamma.ts";
import { logGamma } from "#app/value/clv/special-functions.ts";

type NelderMead = (
  f: (at: number[]) => number,
  start: number[],
  options: { nonZeroDelta: number; minErrorDelta: number; maxIterations: number },
) => { x: number[]; fx: number };

/** The package fmin. It never declares the variable `i` of one of its loops: it gets a global of its own. */
function loadNelderMead(): NelderMead {
  const context = createContext({ exports: {}, module: {}, i: 0 });
  runInContext(readFileSync(fileURLToPath(import.meta.resolve("fmin")), "utf8"), context);
  const nelderMead = z.custom<NelderMead>((value) => typeof value === "function");
  return z.object({ exports: z.object({ nelderMead }) }).parse(context).exports.nelderMead;
}

export type Fitted = { seconds: number; logLikelihood: number };

/**
 * Fits BG/NBD and Gamma-Gamma as packages do: the published likelihoods customer by customer, minimised by Nelder
 * and Mead (the package fmin) over the logarithms of the parameters.
 */
export function fitByNelderMead(
  histories: readonly History[],
  spends: readonly Spend[],
): { purchases: Fitted; money: Fitted } {
  const repeat = spends.filter(({ x, mean }) => x > 0 && mean > 0);
  const gap =
    histories.reduce((sum, { ageDays }) => sum + ageDays, 0) /
    histories.reduce((sum, { frequency }) => sum + frequency, 0);
  const mean = repeat.reduce((sum, spend) => sum + spend.mean, 0) / repeat.length;
  return {
    purchases: minimise((at) => betaGeometric(histories, at), [0.1, Math.log(gap), 0.1, 1], histories.length),
    money: minimise((at) => gammaGamma(repeat, at), [Math.LN2, Math.LN2, Math.log(mean)], repeat.length),
  };
}

function minimise(logLikelihood: (at: number[]) => number, start: number[], customers: number): Fitted {
  const begin = performance.now();
  const { fx } = loadNelderMead()((at) => -logLikelihood(at) / customers, start, {
    nonZeroDelta: 1.5,
    minErrorDelta: 1e-8,
    maxIterations: 1000,
  });
  return { seconds: (performance.now() - begin) / 1000, logLikelihood: -fx * customers };
}

/** Fader, Hardie & Lee 2005, formula 6. */
function betaGeometric(histories: readonly History[], at: number[]): number {
  const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recencyDays: tx, ageDays: T } of histories) {
    const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const stay = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    const alive = -(r + x) * Math.log(alpha + T);
    const lost = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + tx) : -Infinity;
    const most = Math.max(alive, lost);
    sum += rate + stay + most + Math.log(Math.exp(alive - most) + Math.exp(lost - most));
  }
  return sum;
}

/** Fader & Hardie 2013, formula 1a. */
function gammaGamma(spends: readonly Spend[], at: number[]): number {
  const [p = 0, q = 0, v = 0] = at.map(Math.exp);
  let sum = 0;
  for (const { x, mean } of spends) {
    sum += logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v);
    sum += (p * x - 1) * Math.log(mean) + p * x * Math.log(x) - (p * x + q) * Math.log(v + x * mean);
  }
  return sum;
}

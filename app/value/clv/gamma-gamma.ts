import { maximise } from "./maximise.ts";
import { digamma, logGamma } from "./special-functions.ts";

/** Amounts are Gamma(p, nu) within a customer, nu is Gamma(q, v) over customers. */
export type GammaGamma = { p: number; q: number; v: number };

/** A customer's repeat purchases and their mean amount. */
export type Spend = { x: number; mean: number };

/**
 * Fits the Gamma-Gamma model (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value", formula 1a) by
 * maximum likelihood over the customers with a repeat purchase and money.
 */
export function fitGammaGamma(spends: readonly Spend[]): {
  parameters: GammaGamma;
  logLikelihood: number;
  largestGradient: number;
} {
  const used = spends.filter(({ x, mean }) => x > 0 && mean > 0);
  const count = used.length;
  const scale = used.reduce((sum, { mean }) => sum + mean, 0) / count;
  const found = maximise(
    ([logP = 0, logQ = 0, logV = 0]) => {
      const [p, q, v] = [Math.exp(logP), Math.exp(logQ), Math.exp(logV)];
      const { value, gradient } = gammaGammaLikelihood(used, { p, q, v });
      return {
        value: value / count,
        gradient: [(gradient.p * p) / count, (gradient.q * q) / count, (gradient.v * v) / count],
      };
    },
    [Math.log(2), Math.log(2), Math.log(scale)],
  );
  const [p = 0, q = 0, v = 0] = found.at.map(Math.exp);
  return {
    parameters: { p, q, v },
    logLikelihood: found.value * count,
    largestGradient: found.largestGradient,
  };
}

export function gammaGammaLikelihood(
  spends: readonly Spend[],
  { p, q, v }: GammaGamma,
): { value: number; gradient: GammaGamma } {
  const [logV, ofX] = [Math.log(v), termsOfX(p, q)];
  const sum = { value: 0, p: 0, q: 0, v: 0 };
  for (const { x, mean } of spends) {
    const total = Math.log(v + mean * x);
    const [logMean, logX] = [Math.log(mean), Math.log(x)];
    const terms = ofX(x);
    sum.value += terms.value + q * logV + (p * x - 1) * logMean + p * x * logX - (p * x + q) * total;
    sum.p += x * (terms.slopeSum - terms.slopeP + logMean + logX - total);
    sum.q += terms.slopeSum - terms.slopeQ + logV - total;
    sum.v += q / v - (p * x + q) / (v + mean * x);
  }
  const { value, ...gradient } = sum;
  return { value, gradient };
}

/** The terms that depend on a customer by x alone, each worked out once. */
function termsOfX(p: number, q: number) {
  const [logGammaQ, slopeQ] = [logGamma(q), digamma(q)];
  const known = new Map<number, { value: number; slopeSum: number; slopeP: number; slopeQ: number }>();
  return (x: number) => {
    let terms = known.get(x);
    if (terms === undefined) {
      terms = {
        value: logGamma(p * x + q) - logGamma(p * x) - logGammaQ,
        slopeSum: digamma(p * x + q),
        slopeP: digamma(p * x),
        slopeQ,
      };
      known.set(x, terms);
    }
    return terms;
  };
}

/**
 * The mean amount to expect of a customer (Fader & Hardie 2013, formula 5). It does not exist for who has no
 * repeat purchase where q is 1 or less: then it is `otherwise`.
 */
export function expectedAmount({ p, q, v }: GammaGamma, { x, mean }: Spend, otherwise: number): number {
  const money = x > 0 && mean > 0 ? x : 0;
  const weight = p * money + q - 1;
  return weight > 0 ? (p * (v + mean * money)) / weight : otherwise;
}

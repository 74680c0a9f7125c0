import { expectedAmount, type GammaGamma, type Spend } from "./gamma-gamma.ts";
import { digamma, trigamma } from "./special-functions.ts";

/** What customers pay a purchase, in major units. */
export type MoneyModel = {
  /** The mean amount to expect of a customer's purchases. */
  expected: (spend: Spend) => number;
  /** The sum of n of a customer's purchases, about log-normal: the mean of its logarithm and its deviation. */
  sumOf: (spend: Spend, n: number) => { logMean: number; deviation: number };
};

/** Gamma-Gamma with these parameters, or where there are none the mean of all repeat purchases for everyone. */
export function moneyModel(parameters: Partial<GammaGamma>, mean: number): MoneyModel {
  const { p, q, v } = parameters;
  if (p === undefined || q === undefined || v === undefined) {
    return { expected: () => mean, sumOf: (_, n) => ({ logMean: Math.log(n * mean), deviation: 0 }) };
  }
  return {
    expected: (spend) => expectedAmount({ p, q, v }, spend, mean),
    // The sum of n amounts is Gamma(pn, nu), and nu is Gamma(q + px, v + x mean) once x are known: the sum's
    // logarithm is that of the first less that of the second, with the moments of both.
    sumOf: ({ x, mean: own }, n) => {
      const known = own > 0 ? x : 0;
      const [shape, rate] = [q + p * known, v + known * own];
      return {
        logMean: digamma(p * n) - digamma(shape) + Math.log(rate),
        deviation: Math.sqrt(trigamma(p * n) + trigamma(shape)),
      };
    },
  };
}

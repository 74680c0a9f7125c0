import type { FallbackReason } from "./fallback.ts";
import { expectedAmount, fitGammaGamma, type GammaGamma, type Spend } from "./gamma-gamma.ts";

type Money = {
  parameters: Partial<GammaGamma>;
  /** Of all repeat purchases. */
  mean: number;
  logLikelihood: number | undefined;
  /** The mean amount to expect of a customer's purchases. */
  expected: (spend: Spend) => number;
  fallback?: { from: "gammagamma"; to: "mean"; reason: FallbackReason };
};

const FLAT = 1e-5;
/** Beyond it a parameter stands for no spread at all. */
const FARTHEST = 1e6;

/** Fits Gamma-Gamma; where amounts have no spread to fit, the mean of all repeat purchases stands for each. */
export function fitMoney(spends: Iterable<Spend>): Money {
  let [purchases, money] = [0, 0];
  for (const { x, mean: own } of spends) {
    purchases += x;
    money += x * own;
  }
  const mean = purchases > 0 ? money / purchases : 0;
  const plain = (reason: FallbackReason): Money => ({
    parameters: {},
    mean,
    logLikelihood: undefined,
    expected: () => mean,
    fallback: { from: "gammagamma", to: "mean", reason },
  });
  if (mean === 0) return plain("no_amounts");
  const { parameters, logLikelihood, largestGradient } = fitGammaGamma(spends);
  const { p, q, v } = parameters;
  const settled = largestGradient <= FLAT && Math.max(p, q, v / mean) < FARTHEST;
  if (!settled || !Number.isFinite(logLikelihood)) {
    return plain("no_spread");
  }
  return {
    parameters,
    mean,
    logLikelihood,
    expected: (spend) => expectedAmount(parameters, spend, mean),
  };
}

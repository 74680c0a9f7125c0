import { gaussLegendre } from "./gauss-legendre.ts";
import type { Known, PurchaseModel } from "./purchase-model.ts";

const MOST_TERMS = 2_000_000;
const LARGE = 1e200;
/** Where the integrand has fallen by e^-45 it adds nothing to a double. */
const DEEPEST = 45;
const NODES = gaussLegendre(40);

/**
 * The chance that a customer buys at least once between `from` and `until`, both counted from now, 0 ≤ from ≤
 * until. Who is alive now has the rate lambda of Gamma(r + x, alpha + T); given lambda, the chance is
 * P(alive at `from`) (1 - e^(-lambda (until-from))) where customers are lost with a purchase (NBD, BG/NBD,
 * MBG/NBD), and the integral over u of lambda e^(-lambda u) P(alive at `from`+u) du where they are lost at any moment
 * (Pareto/NBD).
 */
export function chanceToBuy(
  { model, parameters, alive }: Pick<PurchaseModel, "model" | "parameters" | "alive">,
  known: Known,
  from: number,
  until: number,
): number {
  const { r = NaN, alpha = NaN, a = NaN, b = NaN, s = NaN, beta = NaN } = parameters;
  const [power, scale, span] = [r + known.x, alpha + known.T, until - from];
  const quiet = (scale / (scale + span)) ** power;
  switch (model) {
    case "nbd":
      return 1 - quiet;
    case "bgnbd":
    case "mbgnbd": {
      const stays = b + known.x + (model === "mbgnbd" ? 1 : 0);
      const here = chanceToStay(power, scale, a, stays, from);
      const hereAndQuiet = quiet * chanceToStay(power, scale + span, a, stays, from);
      return alive(known) * Math.max(0, here - hereAndQuiet);
    }
    case "paretonbd": {
      const life = beta + known.T;
      // Over y = ln((alpha+T+u) / (alpha+T)), in which the integrand falls evenly.
      const width = Math.min(Math.log1p(span / scale), DEEPEST / power);
      const density = (y: number) =>
        power * Math.exp(-power * y) * (life / (life + from + scale * Math.expm1(y))) ** s;
      return (
        alive(known) * width * NODES.reduce((sum, { at, weight }) => sum + weight * density(width * at), 0)
      );
    }
  }
}

/**
 * The chance to be alive still after t, of a customer alive now with the rate Gamma(r, alpha) and the chance
 * Beta(a, b) to be lost at each purchase: over n, the negative binomial chance of n chances to buy by t, times
 * the chance (b)_n / (a+b)_n to outlast them. In closed form (alpha/(alpha+t))^r 2F1(r, b; a+b; t/(alpha+t)).
 */
function chanceToStay(r: number, alpha: number, a: number, b: number, t: number): number {
  const z = t / (alpha + t);
  let [weight, weights, stays, sum] = [1, 1, 1, 1];
  for (let n = 0; n < MOST_TERMS && z > 0; n += 1) {
    const ratio = (z * (r + n)) / (n + 1);
    weight *= ratio;
    stays *= (b + n) / (a + b + n);
    weights += weight;
    sum += weight * stays;
    if (weight > LARGE) [weight, weights, sum] = [weight / LARGE, weights / LARGE, sum / LARGE];
    const limit = Math.max(ratio, z);
    if (limit < 1 && weight < 1e-16 * (1 - limit) * weights) break;
  }
  return sum / weights;
}

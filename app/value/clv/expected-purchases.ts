const MOST_TERMS = 2_000_000;
const LARGE = 1e200;

/**
 * The purchases to expect within t of a customer who is alive, whose rate is Gamma(r, alpha) and whose chance to
 * be lost after each purchase is Beta(a, b). Fader, Hardie & Lee (2005, formula 10) write it
 * (a+b-1)/(a-1) [1 - (alpha/(alpha+t))^r 2F1(r, b; a+b-1; t/(alpha+t))], which is Euler's form of the integral.
 * Expanding the 1 in the same powers of z = t/(alpha+t) gives a sum of positive terms without its poles at a = 1
 * and a + b = 1: over n, the negative binomial chance of n chances to buy, (1-z)^r (r)_n z^n / n!, times the
 * purchases made of them, 1 + b/(a+b) + … of n terms. The chances add up to 1 and so need no (1-z)^r, which
 * could underflow.
 */
export function expectedWhileAlive(r: number, alpha: number, a: number, b: number, t: number): number {
  const z = t / (alpha + t);
  let [weight, weights] = [1, 1];
  let [made, stays, sum] = [0, 1, 0];
  for (let n = 0; n < MOST_TERMS && z > 0; n += 1) {
    const ratio = (z * (r + n)) / (n + 1);
    weight *= ratio;
    made += stays;
    stays *= (b + n) / (a + b + n);
    weights += weight;
    sum += weight * made;
    if (weight > LARGE) [weight, weights, sum] = [weight / LARGE, weights / LARGE, sum / LARGE];
    const limit = Math.max(ratio, z);
    if (limit < 1 && weight * (made + 1 / (1 - limit)) < 1e-16 * (1 - limit) * sum) break;
  }
  return sum / weights;
}

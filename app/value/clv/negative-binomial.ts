/** What is less likely is left out. */
const UNLIKELY = 1e-5;

/**
 * The chances of at least 1, 2, … purchases of somebody whose rate is Gamma(shape, rate) within t (Ehrenberg
 * 1959), until they are as good as none; the last of `most` stands for all beyond it too.
 */
export function chancesOfAtLeast(shape: number, rate: number, t: number, most: number): number[] {
  const logStay = Math.log1p(t / rate);
  const logBuy = Math.log(t) - Math.log(rate + t);
  let log = -shape * logStay;
  let left = 1;
  const chances: number[] = [];
  for (let n = 0; n < most; n += 1) {
    left -= Math.exp(log);
    if (left < UNLIKELY) break;
    chances.push(left);
    log += logBuy + Math.log((shape + n) / (n + 1));
  }
  return chances;
}

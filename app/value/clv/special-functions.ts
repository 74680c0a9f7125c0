const SHIFT_BELOW = 10;
const HALF_LOG_TWO_PI = 0.918938533204672742;

/**
 * The natural logarithm of the gamma function for x > 0: Stirling's series (Abramowitz & Stegun 1964, 6.1.41)
 * after the recurrence (6.1.15) has brought x to 10 or more.
 */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  for (; z < SHIFT_BELOW; z += 1) product *= z;
  const w = 1 / (z * z);
  const series =
    (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360)))))) / z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** The derivative of `logGamma`, by the same way (Abramowitz & Stegun 1964, 6.3.18 and 6.3.5). */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < SHIFT_BELOW; z += 1) shift += 1 / z;
  const w = 1 / (z * z);
  const series =
    w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w * (1 / 132 - w * (691 / 32760))))));
  return Math.log(z) - 0.5 / z - series - shift;
}

/** The second derivative of `logGamma`, by the same way (Abramowitz & Stegun 1964, 6.4.12 and 6.4.6). */
export function trigamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < SHIFT_BELOW; z += 1) shift += 1 / (z * z);
  const w = 1 / (z * z);
  const series = (w * (1 / 6 - w * (1 / 30 - w * (1 / 42 - w * (1 / 30 - w * (5 / 66)))))) / z;
  return 1 / z + w / 2 + series + shift;
}

/** The standard normal distribution function, to 1e-7 (Abramowitz & Stegun 1964, 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = 0.398942280401432678 * Math.exp((-z * z) / 2) * series;
  return z > 0 ? 1 - above : above;
}

/** ln (z)_k = ln z + … + ln(z+k-1) and its derivative by z, for k = 0 … most. */
export function risingLogs(z: number, most: number): { log: Float64Array; slope: Float64Array } {
  const log = new Float64Array(most + 1);
  const slope = new Float64Array(most + 1);
  for (let k = 0; k < most; k += 1) {
    log[k + 1] = (log[k] ?? 0) + Math.log(z + k);
    slope[k + 1] = (slope[k] ?? 0) + 1 / (z + k);
  }
  return { log, slope };
}

/** Where nothing was tested, a sum may be off by a third either way. */
const UNTESTED = 0.3;
const FOUR_OF_FIVE = 1.2816;

/**
 * Between which amounts the sum of all customers ends, four times in five. Customers' own chances nearly cancel
 * out in it; what is left is how far the model may be off for all at once (`spread` of the model's test).
 */
export function sumInterval(
  minor: number,
  spread: number = UNTESTED,
): { lowMinor: number; highMinor: number } {
  const factor = Math.exp(FOUR_OF_FIVE * spread);
  return { lowMinor: Math.round(minor / factor), highMinor: Math.round(minor * factor) };
}

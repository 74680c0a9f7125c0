export type Direction = "began" | "rose" | "fell" | "moved";

/** Which way a tier moved on today's ladder, by the tiers' keys; "moved" where one of them is no longer on it. */
export function directionOf(ladder: readonly string[], from: string | null, to: string): Direction {
  if (from === null) return "began";
  const [before, after] = [ladder.indexOf(from), ladder.indexOf(to)];
  if (before < 0 || after < 0 || before === after) return "moved";
  return after > before ? "rose" : "fell";
}

import { HOLDS, type Ending } from "./money-interval.ts";

export type Coverage = { customers: number; held: number; promised: number };

/** With fewer customers to learn from, the model is taken at its word. */
const LEAST_ENDINGS = 100;
const LEVELS = Array.from({ length: 50 }, (_, step) => (50 + step) / 100);
const HIGHEST = 0.99;

/** Would `moneyInterval` at this level have held it? */
export function isHeld({ nothing, below }: Ending, level: number): boolean {
  const tail = (1 - level) / 2;
  if (nothing >= level) return below <= nothing;
  return nothing > tail ? below <= level : below >= tail && below <= 1 - tail;
}

/**
 * The level at which intervals held four of five of these customers, of those whose interval is more than nothing:
 * above 0.8 where the model is too sure of itself, as it is where it knows too little of what makes customers
 * differ. The least level that holds them, and the highest where none does.
 */
export function intervalLevel(endings: readonly Ending[]): number {
  const openAt = (level: number) => endings.filter(({ nothing }) => nothing < level);
  if (openAt(HIGHEST).length < LEAST_ENDINGS) return HOLDS;
  const enough = LEVELS.find((level) => {
    const open = openAt(level);
    const held = open.filter((ending) => isHeld(ending, level));
    return open.length >= LEAST_ENDINGS && held.length >= HOLDS * open.length;
  });
  return enough ?? HIGHEST;
}

/**
 * The share of customers who were held, and the share that is promised; of all, and of those whose interval is more
 * than nothing. Each half of them is measured at the level that the other half told.
 */
export function intervalCoverage(endings: readonly Ending[]): Record<"all" | "open", Coverage> {
  const [even, odd] = [
    endings.filter((_, place) => place % 2 === 0),
    endings.filter((_, place) => place % 2 === 1),
  ];
  const measured = [...measuredAt(even, intervalLevel(odd)), ...measuredAt(odd, intervalLevel(even))];
  return { all: coverageOf(measured), open: coverageOf(measured.filter(({ open }) => open)) };
}

type Measured = { open: boolean; held: boolean; promised: number };

function measuredAt(endings: readonly Ending[], level: number): Measured[] {
  return endings.map((ending) => {
    const open = ending.nothing < level;
    return { open, held: isHeld(ending, level), promised: open ? HOLDS : ending.nothing };
  });
}

function coverageOf(measured: readonly Measured[]): Coverage {
  const count = Math.max(1, measured.length);
  const held = measured.filter((each) => each.held).length;
  const promised = measured.reduce((sum, each) => sum + each.promised, 0);
  return { customers: measured.length, held: held / count, promised: promised / count };
}

import { currencyDigits } from "#app/platform/money.ts";

/** Which part of the buyers each tier above the lowest is meant for. */
export const TARGET_SHARES = [0.4, 0.15, 0.05] as const;

/** Thresholds where a shop has no buyers yet: whole units, a hundredfold where the currency has no cents. */
const WITHOUT_BUYERS = [100, 300, 1000] as const;

/** Figures that people think in, over one power of ten. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10] as const;

export type ThresholdProposal = {
  /** The part of the shop's buyers at which the tier aims (0.4: the best 40 %); null without buyers. */
  share: number | null;
  /** The window spend of the last buyer in that part, minor units; null without buyers. */
  spendMinor: number | null;
  /** That, made round: the proposed threshold. */
  enterMinor: number;
};

/**
 * Proposes a threshold for each target share from the spend at that share (same order), made round and
 * ascending. Pass an empty list where nobody bought.
 */
export function proposeThresholds(spends: readonly number[], currency: string): ThresholdProposal[] {
  const whole = 10 ** currencyDigits(currency);
  if (spends.every((spend) => spend <= 0)) {
    const unit = whole === 1 ? 100 : whole;
    return WITHOUT_BUYERS.map((amount) => ({ share: null, spendMinor: null, enterMinor: amount * unit }));
  }
  const proposals: ThresholdProposal[] = [];
  for (const [index, share] of TARGET_SHARES.entries()) {
    const spendMinor = Math.max(0, spends[index] ?? 0);
    const lower = proposals.at(-1)?.enterMinor ?? 0;
    proposals.push({ share, spendMinor, enterMinor: roundAbove(spendMinor, lower, whole) });
  }
  return proposals;
}

/** The round amount nearest to `minor` (by ratio), a whole unit of the currency at least, above `lower`. */
function roundAbove(minor: number, lower: number, whole: number): number {
  const target = Math.max(minor, lower, whole);
  const power = 10 ** Math.floor(Math.log10(target));
  const candidates = [power, power * 10]
    .flatMap((scale) => ROUND.map((figure) => Math.round(figure * scale)))
    .filter((amount) => amount > lower && amount % whole === 0);
  const distance = (amount: number) => Math.abs(Math.log(amount / target));
  return candidates.reduce((best, amount) => (distance(amount) < distance(best) ? amount : best));
}

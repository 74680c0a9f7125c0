import type { Day } from "#app/platform/time.ts";
import { benefitSentences } from "./benefit.ts";
import type { Standing } from "./standing.ts";

/** The value of the customer metafield `$app:standing` that the theme block reads. Money in minor units. */
export type StandingMetafield = {
  v: 1;
  tier: string;
  rank: number;
  since: Day;
  until: Day | null;
  currency: string;
  progress: { current: number; needed: number; missing: number; next: string; by: Day | null } | null;
  keep: { missing: number; by: Day } | null;
  benefits: string[];
  nextBenefits: string[];
};

/** What a shopper's storefront is told of her standing, in the shop's currency and language. */
export function standingMetafield(
  standing: Omit<Standing, "trail">,
  shop: { currency: string; locale: string },
): StandingMetafield {
  const { progress, keep } = standing;
  return {
    v: 1,
    tier: standing.tier.name,
    rank: standing.rank,
    since: standing.since,
    until: standing.validUntil,
    currency: shop.currency,
    progress:
      progress === null
        ? null
        : {
            current: progress.currentMinor,
            needed: progress.neededMinor,
            missing: progress.missingMinor,
            next: progress.next.name,
            by: progress.by,
          },
    keep: keep === null ? null : { missing: keep.missingMinor, by: keep.by },
    benefits: benefitSentences(standing.tier, shop.locale),
    nextBenefits: progress === null ? [] : benefitSentences(progress.next, shop.locale),
  };
}

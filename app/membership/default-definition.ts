import type { Benefit, Definition } from "./policy.ts";

const TIERS = [
  { key: "member", basisPoints: 0 },
  { key: "silver", basisPoints: 500 },
  { key: "gold", basisPoints: 1000 },
  { key: "platinum", basisPoints: 1500 },
] as const;

const NAMES = {
  en: ["Member", "Silver", "Gold", "Platinum"],
  de: ["Mitglied", "Silber", "Gold", "Platin"],
  fr: ["Membre", "Argent", "Or", "Platine"],
  es: ["Miembro", "Plata", "Oro", "Platino"],
  ja: ["メンバー", "シルバー", "ゴールド", "プラチナ"],
  zh: ["会员", "银卡", "金卡", "铂金"],
} as const satisfies Record<string, readonly string[]>;

/**
 * The ladder that a shop starts with: four tiers by net spend in the last twelve months, in the shop's
 * language. `thresholds`: minor units of the three upper tiers, ascending.
 */
export function defaultDefinition(thresholds: readonly number[], locale: string): Definition {
  const names = namesFor(locale);
  return {
    tiers: TIERS.map(({ key, basisPoints }, rank) => ({
      key,
      name: names[rank] ?? key,
      enterMinor: rank === 0 ? 0 : (thresholds[rank - 1] ?? 0),
      benefit: benefitOf(basisPoints),
      promises: [],
    })),
    window: { kind: "rolling", months: 12 },
  };
}

function benefitOf(basisPoints: number): Benefit {
  return basisPoints === 0 ? { kind: "none" } : { kind: "percentage", basisPoints };
}

function namesFor(locale: string): readonly string[] {
  const language = locale.toLowerCase().split("-")[0] ?? "";
  return isOurs(language) ? NAMES[language] : NAMES.en;
}

function isOurs(language: string): language is keyof typeof NAMES {
  return Object.hasOwn(NAMES, language);
}

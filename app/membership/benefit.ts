import { unreachable } from "#app/platform/errors.ts";
import type { Benefit, Tier } from "./policy.ts";

/**
 * What a tier gives, as sentences for shoppers: the discount in the shop's language (English where it is not
 * one of ours), then the merchant's own promises.
 */
export function benefitSentences(tier: Pick<Tier, "benefit" | "promises">, locale: string): string[] {
  const sentence = discountSentence(tier.benefit, sentencesFor(locale), locale);
  return sentence === null ? tier.promises : [sentence, ...tier.promises];
}

type Sentences = { percentage: (percent: string) => string; freeShipping: string };

const SENTENCES = {
  en: { percentage: (percent) => `${percent}% off every order`, freeShipping: "Free shipping" },
  de: {
    percentage: (percent) => `${percent} % Rabatt auf jede Bestellung`,
    freeShipping: "Kostenloser Versand",
  },
  fr: {
    percentage: (percent) => `${percent} % de réduction sur chaque commande`,
    freeShipping: "Livraison gratuite",
  },
  es: {
    percentage: (percent) => `${percent} % de descuento en cada pedido`,
    freeShipping: "Envío gratis",
  },
  ja: { percentage: (percent) => `すべてのご注文が${percent}%オフ`, freeShipping: "送料無料" },
  zh: { percentage: (percent) => `每笔订单减免 ${percent}%`, freeShipping: "免运费" },
} as const satisfies Record<string, Sentences>;

function sentencesFor(locale: string): Sentences {
  const language = locale.toLowerCase().split("-")[0] ?? "";
  return isOurs(language) ? SENTENCES[language] : SENTENCES.en;
}

function isOurs(language: string): language is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, language);
}

function discountSentence(benefit: Benefit, sentences: Sentences, locale: string): string | null {
  switch (benefit.kind) {
    case "none":
      return null;
    case "percentage":
      return sentences.percentage(percentText(benefit.basisPoints, locale));
    case "freeShipping":
      return sentences.freeShipping;
    default:
      return unreachable(benefit);
  }
}

function percentText(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100);
}

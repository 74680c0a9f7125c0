import { describe, expect, it } from "vitest";
import { toOrderId } from "#app/platform/ids.ts";
import { toDay } from "#app/platform/time.ts";
import { benefitSentences } from "./benefit.ts";
import { defaultDefinition } from "./default-definition.ts";
import { standingMetafield } from "./metafield.ts";
import { standingOf } from "./standing.ts";

const policy = defaultDefinition([10_000, 30_000, 90_000], "en");

it("writes exactly what the theme block reads", () => {
  const day = toDay("2026-03-02");
  const purchases = [{ orderId: toOrderId(1), name: "#1", day, grossMinor: 24_240, refunds: [] }];
  const standing = standingOf(policy, purchases, day, { kind: "new", joined: day });
  expect(standingMetafield(standing, { currency: "GBP", locale: "en" })).toEqual({
    v: 1,
    tier: "Silver",
    rank: 1,
    since: "2026-03-02",
    until: "2027-03-01",
    currency: "GBP",
    progress: { current: 24_240, needed: 30_000, missing: 5_760, next: "Gold", by: "2027-03-01" },
    keep: null,
    benefits: ["5% off every order"],
    nextBenefits: ["10% off every order"],
  });
});

describe("benefitSentences", () => {
  const five = {
    benefit: { kind: "percentage", basisPoints: 550 },
    promises: ["A card on your birthday"],
  } as const;
  it.each([
    ["en", "5.5% off every order"],
    ["en-GB", "5.5% off every order"],
    ["de", "5,5 % Rabatt auf jede Bestellung"],
    ["fr", "5,5 % de réduction sur chaque commande"],
    ["es", "5,5 % de descuento en cada pedido"],
    ["ja", "すべてのご注文が5.5%オフ"],
    ["zh-CN", "每笔订单减免 5.5%"],
    ["pt-BR", "5,5% off every order"],
  ])("speaks %s, then the merchant's own words", (locale, sentence) => {
    expect(benefitSentences({ ...five, promises: [...five.promises] }, locale)).toEqual([
      sentence,
      "A card on your birthday",
    ]);
  });

  it("says nothing where there is no benefit", () => {
    expect(benefitSentences({ benefit: { kind: "none" }, promises: [] }, "en")).toEqual([]);
    expect(benefitSentences({ benefit: { kind: "freeShipping" }, promises: [] }, "fr")).toEqual([
      "Livraison gratuite",
    ]);
  });
});

import type { Db } from "#app/db.server.ts";
import { benefitSentences } from "#app/membership/benefit.ts";
import { tierTag, type Benefit, type Definition, type Tier } from "#app/membership/policy.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { discountState, segmentState, type DiscountState } from "./model.ts";
import { groupOfSubject } from "./group-segment.ts";
import type { TierState } from "./tier-changes.ts";

/** Each tier of the ladder, and each that is none any more but left something in Shopify, as the planner needs it. */
export async function tierStates(db: Db, shop: Shop, definition: Definition): Promise<TierState[]> {
  const manifest = await db.manifest.findMany({
    where: { shopId: shop.id, kind: { in: ["segment", "discount"] } },
  });
  const rows = manifest.filter(({ subject }) => groupOfSubject(subject) === undefined);
  const written = (key: string): TierState["written"] => {
    const value = (kind: string): unknown =>
      rows.find((row) => row.kind === kind && row.subject === key)?.value;
    return {
      segment: segmentState.nullish().parse(value("segment")) ?? null,
      discount: discountState.nullish().parse(value("discount")) ?? null,
    };
  };
  const gone = [...new Set(rows.map((row) => row.subject))].filter((key) =>
    definition.tiers.every((tier) => tier.key !== key),
  );
  return [
    ...gone.map((key) => ({ key, name: key, tag: "", value: null, title: "", written: written(key) })),
    ...definition.tiers.map((tier) => ({ ...wantedFor(tier, shop), written: written(tier.key) })),
  ];
}

function wantedFor(tier: Tier, shop: Shop): Omit<TierState, "written"> {
  const { key, name } = tier;
  const [sentence = ""] = benefitSentences({ benefit: tier.benefit, promises: [] }, shop.locale);
  const tag = tierTag(shop.settings.tierTagPrefix, tier);
  return { key, name, tag, value: discountValue(tier.benefit), title: `${name}: ${sentence}` };
}

function discountValue(benefit: Benefit): DiscountState["value"] | null {
  return benefit.kind === "none" ? null : benefit;
}

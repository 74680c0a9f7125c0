import { prisma } from "#app/db.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { draftPolicy } from "#app/membership/draft-policy.server.ts";
import type { Definition } from "#app/membership/policy.ts";
import { previewLadder, type LadderPreview } from "#app/membership/preview-ladder.server.ts";
import { proposeLadder } from "#app/membership/propose-ladder.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { LARGE_SHOP } from "./large-shop.ts";
import { membershipReport, type MembershipFigures } from "./reports/membership-report.server.ts";
import { readReport } from "./reports/read-report.server.ts";
import type { Made } from "./reports/report.ts";

export type MembershipPage = {
  /** The ladder on the page: the draft where there is one, else the one in force, else the proposal. */
  definition: Definition;
  shown: "draft" | "published" | "proposed";
  published: { version: number; effectiveFrom: string; definition: Definition } | null;
  /** The ladder that fits the shop's own buyers. */
  proposed: Definition;
  preview: LadderPreview;
  /** The instant that the preview is of, where it is not worked out at each look. */
  asOf: string | null;
};

/** The ladder editor's data: what is in force, what is drafted, what it would do. */
export async function membershipPage(shop: Shop, large: number = LARGE_SHOP): Promise<MembershipPage> {
  const [policy, draft, kept] = await Promise.all([
    currentPolicy(prisma, shop.id),
    draftPolicy(prisma, shop.id),
    keptFigures(shop, large),
  ]);
  const proposed = kept?.data.proposed ?? (await proposeLadder(prisma, shop)).definition;
  const definition = draft?.definition ?? policy?.definition ?? proposed;
  const fits = kept !== null && JSON.stringify(kept.data.definition) === JSON.stringify(definition);
  return {
    definition,
    shown: draft !== null ? "draft" : policy !== null ? "published" : "proposed",
    published: policy === null ? null : { ...policy, effectiveFrom: policy.effectiveFrom.toISOString() },
    proposed,
    preview: fits ? kept.data.preview : await previewLadder(prisma, shop, definition),
    asOf: fits ? kept.madeAt : null,
  };
}

/** Null for a shop that is small enough to be looked at. */
async function keptFigures(shop: Shop, large: number): Promise<Made<MembershipFigures> | null> {
  const kept = await readReport(shop, membershipReport);
  const customers = kept?.data.preview.tiers.reduce((sum, tier) => sum + tier.customers, 0) ?? 0;
  return customers >= large ? kept : null;
}

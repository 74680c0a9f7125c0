import { prisma } from "#app/db.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { draftPolicy } from "#app/membership/draft-policy.server.ts";
import type { Definition } from "#app/membership/policy.ts";
import { previewLadder, type LadderPreview } from "#app/membership/preview-ladder.server.ts";
import { proposeLadder } from "#app/membership/propose-ladder.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";

export type MembershipPage = {
  /** The ladder on the page: the draft where there is one, else the one in force, else the proposal. */
  definition: Definition;
  shown: "draft" | "published" | "proposed";
  published: { version: number; effectiveFrom: string; definition: Definition } | null;
  /** The ladder that fits the shop's own buyers. */
  proposed: Definition;
  preview: LadderPreview;
};

/** The ladder editor's data: what is in force, what is drafted, what it would do. */
export async function membershipPage(shop: Shop): Promise<MembershipPage> {
  const [policy, draft, { definition: proposed }] = await Promise.all([
    currentPolicy(prisma, shop.id),
    draftPolicy(prisma, shop.id),
    proposeLadder(prisma, shop),
  ]);
  const definition = draft?.definition ?? policy?.definition ?? proposed;
  return {
    definition,
    shown: draft !== null ? "draft" : policy !== null ? "published" : "proposed",
    published: policy === null ? null : { ...policy, effectiveFrom: policy.effectiveFrom.toISOString() },
    proposed,
    preview: await previewLadder(prisma, shop, definition),
  };
}

import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { draftPolicy } from "#app/membership/draft-policy.server.ts";
import { definitionSchema, type Definition } from "#app/membership/policy.ts";
import { previewLadder, previewSchema } from "#app/membership/preview-ladder.server.ts";
import { proposeLadder } from "#app/membership/propose-ladder.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Report } from "./report.ts";

const schema = z.object({
  /** The ladder that fits the shop's own buyers. */
  proposed: definitionSchema,
  /** The ladder that the page shows, and what it does to the shop's customers. */
  definition: definitionSchema,
  preview: previewSchema,
});

export type MembershipFigures = z.infer<typeof schema>;

export const membershipReport: Report<MembershipFigures> = { kind: "membership", schema, make };

async function make(db: Db, shop: Shop): Promise<MembershipFigures> {
  const { definition: proposed } = await proposeLadder(db, shop);
  const definition = await shownDefinition(db, shop, proposed);
  return { proposed, definition, preview: await previewLadder(db, shop, definition) };
}

/** The draft where there is one, else the ladder in force, else the proposal. */
async function shownDefinition(db: Db, shop: Shop, proposed: Definition): Promise<Definition> {
  const draft = await draftPolicy(db, shop.id);
  const policy = await currentPolicy(db, shop.id);
  return draft?.definition ?? policy?.definition ?? proposed;
}

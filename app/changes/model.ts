import { z } from "zod";

/** What a plan comes from. `follow`: what a day's orders and refunds cause; `segment`: segments a person asked for. */
export const PLAN_CAUSES = ["first", "policy", "settings", "follow", "removal", "undo", "segment"] as const;
export type PlanCause = (typeof PLAN_CAUSES)[number];

/** What a tier's discount gives, as the ladder's benefit has it. */
export const discountValueSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("percentage"),
    /** 500 is 5 %. */ basisPoints: z.number().int().min(1).max(10_000),
  }),
  z.object({ kind: z.literal("freeShipping") }),
]);

/** The tags of ours on one customer, sorted. */
export const tagsState = z.object({ tags: z.array(z.string()) });
/** The text of one customer's `$app` metafield `standing`; null: none. */
export const standingState = z.object({ value: z.string().nullable() });
/** A Shopify segment of a tier or RFM group; `gid` once Shopify has it. */
export const segmentState = z.object({ gid: z.string().optional(), name: z.string(), query: z.string() });
/** A tier's automatic discount; `gid` once Shopify has it. */
export const discountState = z.object({
  gid: z.string().optional(),
  title: z.string(),
  value: discountValueSchema,
});

export type TagsState = z.infer<typeof tagsState>;
export type StandingState = z.infer<typeof standingState>;
export type SegmentState = z.infer<typeof segmentState>;
export type DiscountState = z.infer<typeof discountState>;

/** Why a change is wanted: the key of a sentence in the locale files, with what it speaks of. */
export const reasonSchema = z.object({
  key: z.enum([
    "tierReached",
    "groupChanged",
    "tagsCleaned",
    "standingChanged",
    "benefit",
    "benefitEnded",
    "groupSegment",
    "groupSegmentEnded",
    "groupSegmentRemoved",
    "removal",
    "undo",
  ]),
  tier: z.string().optional(),
  spendMinor: z.number().optional(),
  group: z.string().optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/**
 * One write that Shopify should get. `before` is what we believe Shopify has, `after` what it should have;
 * null where there is nothing.
 */
export type ChangeDraft =
  | { kind: "customer.tags"; subject: string; before: TagsState; after: TagsState; reason: Reason }
  | {
      kind: "customer.standing";
      subject: string;
      before: StandingState;
      after: StandingState;
      reason: Reason;
    }
  | {
      kind: "segment";
      subject: string;
      before: SegmentState | null;
      after: SegmentState | null;
      reason: Reason;
    }
  | {
      kind: "discount";
      subject: string;
      before: DiscountState | null;
      after: DiscountState | null;
      reason: Reason;
    };

export type ChangeKind = ChangeDraft["kind"];

const row = { subject: z.string(), reason: reasonSchema };

/** Reads a change as the ledger's row keeps it. */
export const changeSchema = z.discriminatedUnion("kind", [
  z.object({ ...row, kind: z.literal("customer.tags"), before: tagsState, after: tagsState }),
  z.object({ ...row, kind: z.literal("customer.standing"), before: standingState, after: standingState }),
  z.object({
    ...row,
    kind: z.literal("segment"),
    before: segmentState.nullable(),
    after: segmentState.nullable(),
  }),
  z.object({
    ...row,
    kind: z.literal("discount"),
    before: discountState.nullable(),
    after: discountState.nullable(),
  }),
]);

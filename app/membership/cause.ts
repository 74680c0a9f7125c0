import { z } from "zod";
import type { CustomerId, OrderId } from "#app/platform/ids.ts";
import type { Counted, PurchaseChange } from "#app/value/purchase-change.ts";

const idText = z.string().regex(/^\d+$/);
const oneOrder = { orderId: idText, minor: z.int() };

/** Why a tier moved, as `tier_move.cause` keeps it. `minor`: by how much the spend changed, always positive. */
export const causeSchema = z.discriminatedUnion("kind", [
  /** An order came, or counts again. */
  z.object({ kind: z.literal("order"), ...oneOrder }),
  z.object({ kind: z.literal("refund"), ...oneOrder }),
  /** An order no longer counts: cancelled, voided, deleted or marked as a test. */
  z.object({ kind: z.literal("cancelled"), ...oneOrder }),
  /** Orders grew older than the window. */
  z.object({ kind: z.literal("left_window"), orderIds: z.array(idText), minor: z.int() }),
  /** Orders came from, or went to, another customer record. */
  z.object({ kind: z.literal("merge"), ...oneOrder }),
  z.object({ kind: z.literal("policy"), version: z.int() }),
  /** The shop's first standing, from its history. */
  z.object({ kind: z.literal("import") }),
  /** What counts as spend was changed. */
  z.object({ kind: z.literal("settings") }),
  /** Nothing of the above is known: a computation put right. */
  z.object({ kind: z.literal("repair") }),
]);

export type Cause = z.infer<typeof causeSchema>;

/** An order that grew older than the window since the last look. */
export type LeftOrder = { orderId: OrderId; minor: number };

/** Which way a customer's tier moved; from null: she had no standing. */
export type Move = { customerId: CustomerId; fromRank: number | null; toRank: number };

/**
 * Why one customer's tier moved: of all that changed in the same step, what pushed hardest in the direction
 * of the move.
 */
export function causeOf(move: Move, changes: readonly PurchaseChange[], left: readonly LeftOrder[]): Cause {
  const rose = move.toRank > (move.fromRank ?? 0);
  const effects = changes
    .map((change) => ({ change, minor: effectOn(move.customerId, change) }))
    .filter(({ minor }) => (rose ? minor > 0 : minor < 0))
    .toSorted((a, b) => Math.abs(b.minor) - Math.abs(a.minor));
  const gone = left.reduce((sum, order) => sum + order.minor, 0);
  const strongest = effects[0];
  if (strongest !== undefined && (rose || Math.abs(strongest.minor) >= gone)) {
    return causeOfChange(strongest.change, Math.abs(strongest.minor));
  }
  if (rose || gone === 0) return { kind: "repair" };
  return { kind: "left_window", orderIds: left.map((order) => String(order.orderId)), minor: gone };
}

function effectOn(customerId: CustomerId, { before, after }: PurchaseChange): number {
  return netFor(customerId, after) - netFor(customerId, before);
}

function netFor(customerId: CustomerId, counted: Counted | null): number {
  return counted?.customerId === customerId ? counted.grossMinor - counted.refundedMinor : 0;
}

function causeOfChange({ orderId, before, after }: PurchaseChange, minor: number): Cause {
  const order = { orderId: String(orderId), minor };
  if (after === null) return { kind: "cancelled", ...order };
  if (before !== null && before.customerId !== after.customerId) return { kind: "merge", ...order };
  const refunded = before !== null && after.refundedMinor > before.refundedMinor;
  return { kind: refunded ? "refund" : "order", ...order };
}

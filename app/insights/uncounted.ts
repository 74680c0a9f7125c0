import { PAID_STATUSES } from "#app/value/purchase.ts";

export type UncountedReason = "test" | "cancelled" | "unpaid";

/** Why an order is no purchase, the plainest reason first; null where it is one. */
export function uncountedReason(order: {
  test: boolean;
  cancelledAt: Date | null;
  financialStatus: string;
}): UncountedReason | null {
  if (order.test) return "test";
  if (order.cancelledAt !== null) return "cancelled";
  return PAID_STATUSES.some((status) => status === order.financialStatus) ? null : "unpaid";
}

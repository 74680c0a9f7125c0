import type { Discount } from "../../shop/model.ts";

/** Who is buying, with what codes, and when. */
export type Buyer = {
  customerId: number | null;
  inSegment: (segmentId: number) => boolean;
  /** Codes as typed; upper and lower case are the same. */
  codes: readonly string[];
  /** How often this buyer used the discount before. */
  uses: (discount: Discount) => number;
  now: Date;
};

/**
 * Whether a discount is open to this buyer at this moment, whatever is in the cart. One by segment or
 * customer needs a buyer who is logged in.
 */
export function isOffered(discount: Discount, buyer: Buyer): boolean {
  return isActive(discount, buyer.now) && isEligible(discount, buyer) && isRedeemed(discount, buyer);
}

function isActive(discount: Discount, now: Date): boolean {
  const ended = discount.endsAt !== null && new Date(discount.endsAt) <= now;
  return new Date(discount.startsAt) <= now && !ended;
}

function isEligible({ context }: Discount, { customerId, inSegment }: Buyer): boolean {
  switch (context.kind) {
    case "all":
      return true;
    case "customers":
      return customerId !== null && context.customerIds.includes(customerId);
    case "customerSegments":
      return customerId !== null && context.segmentIds.some(inSegment);
  }
}

function isRedeemed(discount: Discount, buyer: Buyer): boolean {
  if (discount.method === "automatic") return true;
  const used = discount.codes.reduce((total, code) => total + code.usageCount, 0);
  if (discount.usageLimit !== null && used >= discount.usageLimit) return false;
  if (discount.appliesOncePerCustomer && buyer.uses(discount) > 0) return false;
  return codeTyped(discount, buyer.codes) !== null;
}

/** The discount's code among those typed, as the discount spells it. */
export function codeTyped(discount: Discount, codes: readonly string[]): string | null {
  const typed = new Set(codes.map((code) => code.toLowerCase()));
  return discount.codes.find(({ code }) => typed.has(code.toLowerCase()))?.code ?? null;
}

import type { Discount, DiscountClass } from "../../shop/model.ts";

/** The one class by which a native discount combines with others. */
export function classOf(discount: Discount): DiscountClass {
  if (discount.value.kind === "freeShipping") return "SHIPPING";
  return discount.discountClasses[0] ?? "ORDER";
}

function admits(discount: Discount, other: DiscountClass): boolean {
  const { combinesWith } = discount;
  switch (other) {
    case "ORDER":
      return combinesWith.orderDiscounts;
    case "PRODUCT":
      return combinesWith.productDiscounts;
    case "SHIPPING":
      return combinesWith.shippingDiscounts;
  }
}

/**
 * Whether two discounts may stand in one cart: each has to admit the other's class, and shipping
 * discounts never go together. Source: https://help.shopify.com/manual/discounts/discount-combinations
 */
export function combine(a: Discount, b: Discount): boolean {
  const classes = [classOf(a), classOf(b)] as const;
  if (classes[0] === "SHIPPING" && classes[1] === "SHIPPING") return false;
  return admits(a, classes[1]) && admits(b, classes[0]);
}

/**
 * Every set of discounts that may stand together and to which no other could be added: the maximal
 * cliques of `combine` (Bron & Kerbosch 1973, with pivot).
 */
export function combinations(discounts: readonly Discount[]): Discount[][] {
  const found: Discount[][] = [];
  const grow = (chosen: Discount[], open: readonly Discount[], closed: readonly Discount[]): void => {
    const pivot = open[0] ?? closed[0];
    if (pivot === undefined) {
      found.push(chosen);
      return;
    }
    const fits = (discount: Discount) => (other: Discount) =>
      other.id !== discount.id && combine(discount, other);
    let candidates = open;
    let tried = closed;
    for (const next of open.filter((discount) => !fits(pivot)(discount))) {
      grow([...chosen, next], candidates.filter(fits(next)), tried.filter(fits(next)));
      candidates = candidates.filter(({ id }) => id !== next.id);
      tried = [...tried, next];
    }
  };
  grow([], discounts, []);
  return found;
}

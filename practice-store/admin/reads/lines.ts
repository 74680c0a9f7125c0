import type { Order, OrderLine } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import type { AdminContext, Node } from "../context.ts";
import { moneyBag } from "./money.ts";
import { productNode, variantNode, variantsOf } from "./products.ts";

/** Pieces of a line that were not given back. */
function currentQuantity(line: OrderLine, order: Order): number {
  const refunded = order.refunds
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === line.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return line.quantity - refunded;
}

/**
 * A line of an order. `discountedTotalSet` is after all discounts: the practice store keeps one
 * discount a line and does not tell line discounts from order discounts.
 */
export function lineNode(line: OrderLine, order: Order, ctx: AdminContext): Node {
  const { store } = ctx;
  const variant = line.variantId === null ? undefined : variantsOf(ctx).get(line.variantId);
  const product = line.productId === null ? undefined : store.get("products", line.productId);
  const originalMinor = line.unitPriceMinor * line.quantity;
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    name: line.title,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: () => currentQuantity(line, order),
    refundableQuantity: () => currentQuantity(line, order),
    isGiftCard: line.giftCard,
    vendor: product?.vendor ?? null,
    variantTitle: variant?.variant.title ?? null,
    originalUnitPriceSet: () => moneyBag(line.unitPriceMinor, ctx),
    originalTotalSet: () => moneyBag(originalMinor, ctx),
    discountedTotalSet: () => moneyBag(originalMinor - line.discountMinor, ctx),
    totalDiscountSet: () => moneyBag(line.discountMinor, ctx),
    taxLines: () =>
      line.taxMinor === 0
        ? []
        : [{ __typename: "TaxLine", title: "Tax", priceSet: moneyBag(line.taxMinor, ctx) }],
    product: () => (product === undefined ? null : productNode(product, ctx)),
    variant: () => (variant === undefined ? null : variantNode(variant, ctx)),
  };
}

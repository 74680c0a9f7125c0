import { gid } from "../../shop/gid.ts";
import type { Order, OrderLine } from "../../shop/model.ts";
import { lineSubtotalMinor, moneyString, refundedQuantities } from "../../shop/order-money.ts";
import { moneyPair, moneySet, taxLines } from "./values.ts";

/** What refunds and orders both say of a line. A line's discount is in its allocations alone. */
export function refundedLinePayload(line: OrderLine, order: Order, currency: string) {
  const subtotalMinor = lineSubtotalMinor(line);
  const untaxedMinor = order.taxesIncluded ? subtotalMinor - line.taxMinor : subtotalMinor;
  return {
    id: line.id,
    admin_graphql_api_id: gid("LineItem", line.id),
    title: line.title,
    name: line.title,
    quantity: line.quantity,
    fulfillable_quantity: line.quantity - (refundedQuantities(order).get(line.id) ?? 0),
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: line.giftCard,
    grams: 0,
    product_id: line.productId,
    product_exists: line.productId !== null,
    variant_id: line.variantId,
    variant_title: null,
    variant_inventory_management: null,
    sku: line.sku,
    vendor: null,
    properties: [],
    requires_shipping: !line.giftCard,
    taxable: line.taxMinor !== 0,
    ...moneyPair("price", line.unitPriceMinor, currency),
    ...moneyPair("total_discount", 0, currency),
    discount_allocations:
      line.discountMinor === 0
        ? []
        : [
            {
              amount: moneyString(line.discountMinor, currency),
              amount_set: moneySet(line.discountMinor, currency),
              discount_application_index: 0,
            },
          ],
    duties: [],
    tax_lines: taxLines(line.taxMinor, untaxedMinor, currency),
  };
}

export function linePayload(line: OrderLine, order: Order, currency: string) {
  return {
    ...refundedLinePayload(line, order, currency),
    attributed_staffs: [],
    current_quantity: line.quantity - (refundedQuantities(order).get(line.id) ?? 0),
    sales_line_item_group_id: null,
  };
}

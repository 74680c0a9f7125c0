import type { FinancialStatus, Order, OrderLine } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, ofOrder, ofPurchases } from "./announce.ts";

/** An order as it is placed. Money in minor units; what is left out is as for a plain paid web order. */
export type OrderInput = {
  /** Null for a guest. */
  customerId: number | null;
  lines: Omit<OrderLine, "id">[];
  /** The customer's own where left out. */
  email?: string | null;
  countryCode?: string | null;
  shippingMinor?: number;
  shippingDiscountMinor?: number;
  shippingTaxMinor?: number;
  discountCodes?: string[];
  /** When the sale happened; now where left out. The order is created now in any case. */
  processedAt?: string;
  sourceName?: string;
  test?: boolean;
  financialStatus?: FinancialStatus;
};

const highestNumber = new WeakMap<ShopStore, number>();

function nextOrderNumber(store: ShopStore): number {
  const highest =
    highestNumber.get(store) ??
    store.tables.orders.values().reduce((found, { number }) => Math.max(found, number), 1000);
  highestNumber.set(store, highest + 1);
  return highest + 1;
}

/** Places an order; `orders/updated` comes along with `orders/create`, as it does from Shopify. */
export function placeOrder(store: ShopStore, clock: () => Date, input: OrderInput): Order {
  const now = clock().toISOString();
  const number = nextOrderNumber(store);
  const customer = input.customerId === null ? undefined : store.get("customers", input.customerId);
  const order: Order = {
    id: store.nextId(),
    number,
    name: `#${number}`,
    customerId: input.customerId,
    email: input.email ?? customer?.email ?? null,
    countryCode: input.countryCode ?? customer?.countryCode ?? store.shop.countryCode,
    sourceName: input.sourceName ?? "web",
    taxesIncluded: store.shop.taxesIncluded,
    test: input.test ?? false,
    financialStatus: input.financialStatus ?? "PAID",
    createdAt: now,
    processedAt: input.processedAt ?? now,
    updatedAt: now,
    cancelledAt: null,
    cancelReason: null,
    discountCodes: input.discountCodes ?? [],
    lines: input.lines.map((line) => ({ ...line, id: store.nextId() })),
    shippingMinor: input.shippingMinor ?? 0,
    shippingDiscountMinor: input.shippingDiscountMinor ?? 0,
    shippingTaxMinor: input.shippingTaxMinor ?? 0,
    refunds: [],
  };
  store.put("orders", order);
  announce(store, now, [
    ofOrder(store, "orders/create", order),
    ofOrder(store, "orders/updated", order),
    ...ofPurchases(store, order.customerId, now),
  ]);
  return order;
}

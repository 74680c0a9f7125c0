import type { Customer } from "../shop/model.ts";
import { orderTotals } from "../shop/order-money.ts";
import type { ShopStore } from "../shop/store.ts";
import { customerName } from "./customer.ts";
import { hundredths } from "./liquid/money.ts";

const SHOWN = 20;
const CHIPS = 10;
const MOST_COUNTED = 50_000;

/** Customers whose name, e-mail, id or a tag contains the words, as the log-in page lists them. */
export function findPeople(store: ShopStore, terms: string): object[] {
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (customer: Customer): boolean => {
    const about =
      `${customerName(customer)} ${customer.email ?? ""} ${customer.id} ${customer.tags.join(" ")}`.toLowerCase();
    return words.every((word) => about.includes(word));
  };
  return [...store.tables.customers.values().filter(fits).take(SHOWN)].map((customer) =>
    personView(store, customer),
  );
}

function personView(store: ShopStore, customer: Customer): object {
  const orders = store.ordersOf(customer.id).filter((order) => !order.test);
  const spentMinor = orders.reduce((total, order) => total + orderTotals(order).netPaymentMinor, 0);
  return {
    id: customer.id,
    name: customerName(customer),
    tags: customer.tags,
    orders_count: orders.length,
    total_spent: hundredths(spentMinor, store.shop.currencyCode),
  };
}

/** The tags most customers have, to pick somebody by; none in a shop too large to count through. */
export function commonTags(store: ShopStore): string[] {
  if (store.tables.customers.size > MOST_COUNTED) return [];
  const counts = new Map<string, number>();
  for (const { tags } of store.tables.customers.values()) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, CHIPS)
    .map(([tag]) => tag);
}

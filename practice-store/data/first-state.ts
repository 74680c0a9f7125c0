import type { Order } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import type { FileShop } from "./files/file-shop.ts";
import { generateShop } from "./generator/generate.ts";
import { orderId, orderNumber } from "./generator/orders.ts";

/** Fills the store with a generated shop; orders get ids and numbers in the order of their times. */
export function loadGenerated(store: ShopStore, seed: number, customers: number): void {
  const { openedOn, ianaTimezone } = store.shop;
  const orders: Order[] = [];
  for (const entry of generateShop({ seed, customers, openedOn, ianaTimezone })) {
    if (entry.kind === "orders") orders.push(entry.record);
    else store.load(entry.kind, entry.record);
  }
  orders.sort((a, b) => (a.createdAt === b.createdAt ? a.id - b.id : a.createdAt < b.createdAt ? -1 : 1));
  for (const [position, order] of orders.entries()) {
    order.id = orderId(position);
    order.number = orderNumber(position);
    order.name = `#${String(order.number)}`;
    store.load("orders", order);
  }
}

/** Fills the store with a shop from a file. */
export function loadFileShop(store: ShopStore, shop: FileShop): void {
  for (const product of shop.products) store.load("products", product);
  for (const customer of shop.customers) store.load("customers", customer);
  for (const order of shop.orders) store.load("orders", order);
}

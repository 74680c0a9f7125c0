import type { Customer, Order, ShopInfo } from "../../shop/model.ts";

export type ComplianceTopic = "customers/data_request" | "customers/redact" | "shop/redact";

function shopPart(shop: ShopInfo) {
  return { shop_id: shop.id, shop_domain: shop.myshopifyDomain };
}

function customerPart({ id, email, phone }: Customer) {
  return { id, email, phone };
}

/** `customers/data_request`: a customer wants to see what is known of her. */
export function dataRequestPayload(customer: Customer, orders: Order[], requestId: number, shop: ShopInfo) {
  return {
    ...shopPart(shop),
    customer: customerPart(customer),
    orders_requested: orders.map(({ id }) => id),
    data_request: { id: requestId },
  };
}

/** `customers/redact`: what is known of a customer has to go. */
export function customerRedactPayload(customer: Customer, orders: Order[], shop: ShopInfo) {
  return {
    ...shopPart(shop),
    customer: customerPart(customer),
    orders_to_redact: orders.map(({ id }) => id),
  };
}

/** `shop/redact`: sent 48 hours after the app was taken away. */
export function shopRedactPayload(shop: ShopInfo) {
  return shopPart(shop);
}

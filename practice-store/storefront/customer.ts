import type { Customer, Metafield } from "../shop/model.ts";
import { orderTotals } from "../shop/order-money.ts";
import type { ShopStore } from "../shop/store.ts";
import { hundredths } from "./liquid/money.ts";

/**
 * The logged-in customer as Liquid's `customer`. `appId` is the app whose block is rendered: its
 * reserved namespace answers to `$app` too; null for the theme's own templates.
 */
export function liquidCustomer(store: ShopStore, customer: Customer, appId: number | null): object {
  const { currencyCode } = store.shop;
  const orders = store.ordersOf(customer.id).filter((order) => !order.test);
  const spentMinor = orders.reduce((total, order) => total + orderTotals(order).netPaymentMinor, 0);
  return {
    id: customer.id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: customerName(customer),
    email: customer.email,
    tags: customer.tags,
    has_account: customer.state === "ENABLED",
    accepts_marketing: customer.emailMarketing === "SUBSCRIBED",
    orders_count: orders.length,
    total_spent: hundredths(spentMinor, currencyCode),
    metafields: liquidMetafields(store, store.customerGid(customer.id), "CUSTOMER", appId),
  };
}

export function customerName({ firstName, lastName, email, id }: Customer): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(" ");
  return name || (email ?? `Customer ${id}`);
}

/** Metafields by namespace and key: those whose definition lets the storefront read them. */
function liquidMetafields(
  store: ShopStore,
  ownerGid: string,
  ownerType: string,
  appId: number | null,
): Record<string, Record<string, object>> {
  const definitions = [...store.tables.metafieldDefinitions.values()];
  const isPublic = (metafield: Metafield): boolean =>
    definitions.some(
      (definition) =>
        definition.ownerType === ownerType &&
        definition.namespace === metafield.namespace &&
        definition.key === metafield.key &&
        definition.access.storefront?.toUpperCase() === "PUBLIC_READ",
    );
  const byNamespace: Record<string, Record<string, object>> = {};
  for (const metafield of store.metafieldsOf(ownerGid).filter(isPublic)) {
    const shown = { type: metafield.type, value: liquidValue(metafield) };
    for (const namespace of namesOf(metafield.namespace, appId)) {
      byNamespace[namespace] = { ...byNamespace[namespace], [metafield.key]: shown };
    }
  }
  return byNamespace;
}

/** Reserved namespaces are `app--<id>` and `app--<id>--<rest>`; to their own app also `$app`, `$app:<rest>`. */
function namesOf(namespace: string, appId: number | null): string[] {
  const own = `app--${appId ?? ""}`;
  if (appId === null) return [namespace];
  if (namespace === own) return [namespace, "$app"];
  return namespace.startsWith(`${own}--`)
    ? [namespace, `$app:${namespace.slice(own.length + 2)}`]
    : [namespace];
}

function liquidValue({ type, value }: Metafield): unknown {
  if (type === "json" || type.startsWith("list.")) {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  }
  if (type === "number_integer" || type === "number_decimal") return Number(value);
  return type === "boolean" ? value === "true" : value;
}

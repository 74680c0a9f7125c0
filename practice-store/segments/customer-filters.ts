import type { Customer } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import { moneyString, orderTotals } from "../shop/order-money.ts";
import type { Found } from "./evaluate.ts";

type Reader = (customer: Customer, store: ShopStore) => Found;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The shop's day of an instant: "2026-10-31". */
export function shopDay(instant: string | Date, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}

function realOrders({ id }: Customer, store: ShopStore) {
  return store.ordersOf(id).filter(({ test, cancelledAt }) => !test && cancelledAt === null);
}

function orderDay(pick: (days: string[]) => string | undefined): Reader {
  return (customer, store) => {
    const instants = realOrders(customer, store).map(({ processedAt }) => processedAt);
    const instant = pick(instants.sort());
    return {
      kind: "day",
      value: instant === undefined ? null : shopDay(instant, store.shop.ianaTimezone),
    };
  };
}

function text(read: (customer: Customer) => string | null): Reader {
  return (customer) => ({ kind: "text", value: read(customer) });
}

/** The filters that membership is worked out from. Money is in whole units of the shop's currency. */
const readers: Record<string, Reader> = {
  customer_tags: ({ tags }) => ({ kind: "list", values: tags }),
  customer_countries: ({ countryCode }) => ({
    kind: "list",
    values: countryCode === null ? [] : [countryCode],
  }),
  number_of_orders: (customer, store) => ({ kind: "number", value: realOrders(customer, store).length }),
  amount_spent: (customer, store) => {
    const minor = realOrders(customer, store).reduce(
      (total, order) => total + orderTotals(order).netPaymentMinor,
      0,
    );
    return { kind: "number", value: Number(moneyString(minor, store.shop.currencyCode)) };
  },
  first_order_date: orderDay((days) => days[0]),
  last_order_date: orderDay((days) => days.at(-1)),
  customer_added_date: ({ createdAt }, { shop }) => ({
    kind: "day",
    value: shopDay(createdAt, shop.ianaTimezone),
  }),
  email_subscription_status: text(({ emailMarketing }) => emailMarketing),
  customer_account_status: text(({ state }) => state),
  customer_language: text(({ locale }) => locale),
  customer_email_domain: text(({ email }) => email?.split("@").at(1) ?? null),
};

export function isPractised(filter: string): boolean {
  return Object.hasOwn(readers, filter);
}

/** What a filter finds at a customer; undefined where the filter is not practised. */
export function readFilter(filter: string, customer: Customer, store: ShopStore): Found | undefined {
  return isPractised(filter) ? readers[filter]?.(customer, store) : undefined;
}

import type { Customer, Order } from "../../shop/model.ts";
import type { ShopRecord } from "../records.ts";
import { instantText } from "../zone.ts";
import { spendOf } from "./basket.ts";
import { createCalendar } from "./calendar.ts";
import { DEFAULT_CUSTOMERS, GUEST_SHARE, PROSPECTS_SHARE, RESELLERS } from "./calibration.ts";
import { createCatalogue, productCount } from "./catalogue.ts";
import { drawCountry, drawCustomer } from "./customers.ts";
import { decideFate } from "./fates.ts";
import { makeOrder, type OrderMill } from "./orders.ts";
import { promotionDiscounts } from "./promotions.ts";
import { arrivals, drawMoment, drawPurchases, type Moment } from "./purchases.ts";
import { Random } from "./random.ts";

export type GeneratorOptions = {
  /** A whole number; the same one gives the same shop. */
  seed: number;
  /** Everything scales with it; 4,400 is a shop of ordinary size with about 40,000 orders. */
  customers?: number;
  /** YYYY-MM-DD: the day after the last day of history, in `ianaTimezone`. */
  openedOn: string;
  ianaTimezone: string;
};

/** Guests have streams of random numbers of their own, apart from the customers'. */
const GUEST_STREAMS = 2 ** 30;
const SIGN_UP_MINUTES = 20;

/**
 * Generates a shop record by record in constant memory: collections, products, then customer by
 * customer each with their orders and some guests' orders between, at last the discount codes.
 * Customers come in the order in which they arrived; orders are numbered as they come, which is not
 * the order of their times.
 */
export function* generateShop(options: GeneratorOptions): Generator<ShopRecord> {
  const { seed, customers = DEFAULT_CUSTOMERS, openedOn, ianaTimezone } = options;
  const calendar = createCalendar(openedOn, ianaTimezone);
  const createdAt = instantText(calendar.instantMs(0, 0));
  const catalogue = createCatalogue(seed, productCount(customers), createdAt);
  for (const record of catalogue.collections) yield { kind: "collections", record };
  for (const record of catalogue.products) yield { kind: "products", record };

  const mill: OrderMill = {
    calendar,
    catalogue,
    next: { order: 0, line: 0, refund: 0 },
    codeUses: new Map(),
  };
  const arrivalDay = arrivals(calendar);
  for (let position = 0; position < customers; position += 1) {
    const random = new Random(seed, position);
    const day = arrivalDay((position + random.uniform()) / customers);
    const { customer, orders } = makeCustomer(random, mill, position, day);
    yield { kind: "customers", record: customer };
    for (const record of orders) yield { kind: "orders", record };
    yield* guestOrders(new Random(seed, GUEST_STREAMS + position), mill, orders.length);
  }
  for (const record of promotionDiscounts(mill.codeUses, createdAt, calendar.endMs))
    yield { kind: "discounts", record };
}

function makeCustomer(
  random: Random,
  mill: OrderMill,
  position: number,
  arrivalDay: number,
): { customer: Customer; orders: Order[] } {
  const { calendar } = mill;
  const prospect = random.chance(PROSPECTS_SHARE);
  const reseller = random.chance(RESELLERS.share);
  const purchases = prospect ? [] : drawPurchases(random, calendar, arrivalDay, reseller);
  const signUp = purchases[0] ?? { day: arrivalDay, second: calendar.drawSecond(random) };
  const createdMs = calendar.instantMs(signUp.day, signUp.second) - random.int(SIGN_UP_MINUTES) * 60_000;
  const customer = drawCustomer(random, position, reseller, createdMs);
  const countryCode = customer.countryCode ?? "GB";
  const drawSpend = spendOf(random);
  const orders = purchases.map((at, index) => {
    const purchase = { at, customer, countryCode, spendMinor: drawSpend(), first: index === 0 };
    return decideFate(random, mill, makeOrder(random, mill, purchase));
  });
  const updatedAt = orders.reduce(
    (latest, order) => (order.createdAt > latest ? order.createdAt : latest),
    customer.createdAt,
  );
  return { customer: { ...customer, updatedAt }, orders };
}

/** As many guests' orders as fall to a customer's number of orders. */
function* guestOrders(random: Random, mill: OrderMill, ordersOfCustomer: number): Generator<ShopRecord> {
  for (let left = ordersOfCustomer; left > 0; left -= 1) {
    if (!random.chance(GUEST_SHARE / (1 - GUEST_SHARE))) continue;
    const at: Moment = drawMoment(random, mill.calendar);
    const countryCode = drawCountry(random);
    const spendMinor = spendOf(random)();
    const order = makeOrder(random, mill, { at, customer: null, countryCode, spendMinor, first: true });
    yield { kind: "orders", record: decideFate(random, mill, order) };
  }
}

import { createCalendar, type Calendar } from "../../../practice-store/data/generator/calendar.ts";
import {
  GIFT_CARD_SHARE,
  GUEST_SHARE,
  PROSPECTS_SHARE,
  RESELLERS,
  TEST_ORDER_SHARE,
} from "../../../practice-store/data/generator/calibration.ts";
import {
  arrivals,
  drawMoment,
  drawPurchases,
  type Moment,
} from "../../../practice-store/data/generator/purchases.ts";
import { drawFate } from "../../../practice-store/data/generator/fates.ts";
import { Random } from "../../../practice-store/data/generator/random.ts";
import { type BasketLine, spendOf } from "../../../practice-store/data/generator/basket.ts";
import {
  type Catalogue,
  createCatalogue,
  productCount,
} from "../../../practice-store/data/generator/catalogue.ts";
import { DAY_MS, instantText } from "../../../practice-store/data/zone.ts";
import { drawLines } from "./draw-lines.ts";
import type { Spool } from "./spool.ts";

export type Drawing = {
  shopId: number;
  /** A whole number; the same one gives the same shop. */
  seed: number;
  customers: number;
  /** YYYY-MM-DD: the day after the last day of history, in the time zone. */
  openedOn: string;
  timeZone: string;
};

/** Guests have streams of random numbers of their own, apart from the customers'. */
const GUEST_STREAMS = 2 ** 30;
const SHIPPING = { minor: 395, freeFromMinor: 5000 } as const;
const DAYS_A_PART = 31;
const MOST_ORDERS_A_PART = 20_000_000;
/** British VAT, contained in prices. */
const VAT_PERCENT = 20;

/** What becomes of an order's payment, and the share of it that is given back, if any. */
type Ending = { status: string; cancelled: boolean; givenBack: number };

type Mill = {
  drawing: Drawing;
  calendar: Calendar;
  catalogue: Catalogue;
  /** Orders made so far, by part of the history. */
  orders: number[];
  spool: Pick<Spool, "add">;
};

/**
 * Draws a shop with the practice store's distributions (arrivals, gaps, dropout, money, guests, fates, popularity
 * of products), customer by customer: memory is bounded whatever the size. Orders are numbered by time,
 * month by month, so that a customer's orders lie as far apart as in a shop. Refunds are a share of an order's
 * money: of which lines they are the mirror does not know.
 */
export function drawMirror(drawing: Drawing, spool: Pick<Spool, "add">): void {
  const { seed, customers, openedOn, timeZone } = drawing;
  const calendar = createCalendar(openedOn, timeZone);
  const openedAt = instantText(calendar.instantMs(0, 0));
  const catalogue = createCatalogue(seed, productCount(customers), openedAt);
  const arrivalDay = arrivals(calendar);
  const mill: Mill = { drawing, calendar, catalogue, orders: [], spool };
  for (const { id, title, productType, vendor, giftCard } of catalogue.products) {
    const sold = `${title}\t${productType}\t${vendor}\t${giftCard ? "t" : "f"}`;
    spool.add("product", 0, `${drawing.shopId}\t${id}\t${sold}\t${openedAt}`);
  }
  for (let position = 0; position < customers; position += 1) {
    const random = new Random(seed, position);
    const made = drawCustomer(random, mill, position, arrivalDay((position + random.uniform()) / customers));
    drawGuests(new Random(seed, GUEST_STREAMS + position), mill, made);
  }
}

/** How many orders the customer has made. */
function drawCustomer(random: Random, mill: Mill, position: number, arrivalDay: number): number {
  const { calendar, drawing, spool } = mill;
  const prospect = random.chance(PROSPECTS_SHARE);
  const reseller = random.chance(RESELLERS.share);
  const moments = prospect ? [] : drawPurchases(random, calendar, arrivalDay, reseller);
  const signUp = moments[0] ?? { day: arrivalDay, second: calendar.drawSecond(random) };
  const createdAt = instantText(calendar.instantMs(signUp.day, signUp.second));
  const id = position + 1;
  const tags = reseller ? "{wholesale}" : "{}";
  spool.add("customer", 0, `${drawing.shopId}\t${id}\t${tags}\t${createdAt}\t${createdAt}`);
  const drawSpend = spendOf(random);
  for (const moment of moments) drawOrder(random, mill, { customer: id, moment, spend: drawSpend() });
  return moments.length;
}

/** As many guests' orders as fall to a customer's number of orders. */
function drawGuests(random: Random, mill: Mill, ordersOfCustomer: number): void {
  for (let left = ordersOfCustomer; left > 0; left -= 1) {
    if (!random.chance(GUEST_SHARE / (1 - GUEST_SHARE))) continue;
    drawOrder(random, mill, {
      customer: undefined,
      moment: drawMoment(random, mill.calendar),
      spend: spendOf(random)(),
    });
  }
}

function drawOrder(
  random: Random,
  mill: Mill,
  { customer, moment, spend }: { customer: number | undefined; moment: Moment; spend: number },
): void {
  const { calendar, catalogue, drawing, spool } = mill;
  const { part, id } = numberOrder(mill, moment);
  const month = new Date((calendar.firstDay + moment.day) * DAY_MS).getUTCMonth();
  const basket = drawLines(random, catalogue, spend, month);
  const subtotal = worthOf(basket);
  const placedMs = calendar.instantMs(moment.day, moment.second);
  const placedAt = instantText(placedMs);
  const shipping = subtotal >= SHIPPING.freeFromMinor ? 0 : SHIPPING.minor;
  const total = subtotal + shipping;
  const giftCard = random.chance(GIFT_CARD_SHARE) ? subtotal : 0;
  const tax = includedVat(total - giftCard);
  const test = random.chance(TEST_ORDER_SHARE) ? "t" : "f";
  const endedMs = placedMs + (1 + 29 * random.uniform()) * DAY_MS;
  const { status, cancelled, givenBack } = endingOf(random, endedMs < calendar.endMs);
  const endedAt = givenBack > 0 || cancelled ? instantText(endedMs) : placedAt;
  const order = `${drawing.shopId}\t${id}`;
  spool.add(
    "order",
    part,
    `${order}\t${customer ?? "\\N"}\t#${id}\t${placedAt}\t${placedAt}\t${endedAt}\t` +
      `${cancelled ? endedAt : "\\N"}\t${test}\t${status}\t${subtotal}\t${giftCard}\t${shipping}\t${tax}\t${total}\tt`,
  );
  for (const [index, line] of basket.entries())
    spool.add("order_line", part, `${order}\t${index + 1}\t${lineText(line)}`);
  if (givenBack === 0) return;
  const refunded = Math.max(1, Math.round(total * givenBack));
  const parts = givenBack === 1 ? `${shipping}\t${tax}\t${giftCard}` : `0\t${includedVat(refunded)}\t0`;
  spool.add("refund", part, `${order}\t${id}\t${endedAt}\t${refunded}\t${parts}`);
}

/** The next number of the order's month, and the month. */
function numberOrder({ orders }: Mill, { day }: Moment): { part: number; id: number } {
  const part = Math.floor(day / DAYS_A_PART);
  const made = (orders[part] ?? 0) + 1;
  orders[part] = made;
  return { part, id: part * MOST_ORDERS_A_PART + made };
}

function worthOf(basket: readonly BasketLine[]): number {
  return basket.reduce((sum, { item, quantity }) => sum + item.variant.priceMinor * quantity, 0);
}

function lineText({ item: { product, variant }, quantity }: BasketLine): string {
  const sold = `${product.id}\t${variant.id}\t${variant.sku}`;
  return `${sold}\t${quantity}\t${variant.priceMinor * quantity}\t${product.giftCard ? "t" : "f"}`;
}

function includedVat(minor: number): number {
  return Math.round((minor * VAT_PERCENT) / (100 + VAT_PERCENT));
}

/** What would happen after the shop is opened has not happened yet. */
function endingOf(random: Random, happened: boolean): Ending {
  const fate = drawFate(random);
  const paid = { status: "PAID", cancelled: false, givenBack: 0 };
  switch (fate) {
    case "kept":
    case "authorized":
      return paid;
    case "pending":
    case "expired":
      return { ...paid, status: fate.toUpperCase() };
    case "voided":
      return { ...paid, status: "VOIDED", cancelled: happened };
    case "cancelled":
      return happened ? { status: "REFUNDED", cancelled: true, givenBack: 1 } : paid;
    case "returned":
      return happened ? { status: "REFUNDED", cancelled: false, givenBack: 1 } : paid;
    case "someLinesRefunded":
    case "amountRefunded": {
      const givenBack = 0.05 + 0.4 * random.uniform();
      return happened ? { status: "PARTIALLY_REFUNDED", cancelled: false, givenBack } : paid;
    }
  }
}

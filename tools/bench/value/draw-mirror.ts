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
import { spendOf } from "../../../practice-store/data/generator/basket.ts";
import { DAY_MS, instantText } from "../../../practice-store/data/zone.ts";

/** Lines of COPY text for the three tables that facts come from. */
export type MirrorLines = { customer: string[]; order: string[]; refund: string[] };

export type Drawing = {
  shopId: number;
  /** A whole number; the same one gives the same shop. */
  seed: number;
  customers: number;
  /** YYYY-MM-DD: the day after the last day of history, in the time zone. */
  openedOn: string;
  timeZone: string;
};

const CUSTOMERS_A_BATCH = 2000;
/** Guests have streams of random numbers of their own, apart from the customers'. */
const GUEST_STREAMS = 2 ** 30;
const SHIPPING = { minor: 395, freeFromMinor: 5000 } as const;
/** British VAT, contained in prices. */
const VAT_PERCENT = 20;

/** What becomes of an order's payment, and the share of it that is given back, if any. */
type Ending = { status: string; cancelled: boolean; givenBack: number };

type Mill = { drawing: Drawing; calendar: Calendar; orders: number; lines: MirrorLines };

/**
 * Draws a shop with the practice store's distributions (arrivals, gaps, dropout, money, guests, fates), customer
 * by customer, in batches: memory is bounded whatever the size. Orders have no lines, as neither facts nor
 * scores look at them; money is drawn for the whole order, and refunds are a share of it.
 */
export function* drawMirror(drawing: Drawing): Generator<MirrorLines> {
  const { seed, customers, openedOn, timeZone } = drawing;
  const calendar = createCalendar(openedOn, timeZone);
  const arrivalDay = arrivals(calendar);
  const mill: Mill = { drawing, calendar, orders: 0, lines: noLines() };
  for (let position = 0; position < customers; position += 1) {
    const random = new Random(seed, position);
    const made = drawCustomer(random, mill, position, arrivalDay((position + random.uniform()) / customers));
    drawGuests(new Random(seed, GUEST_STREAMS + position), mill, made);
    if ((position + 1) % CUSTOMERS_A_BATCH > 0 && position + 1 < customers) continue;
    yield mill.lines;
    mill.lines = noLines();
  }
}

function noLines(): MirrorLines {
  return { customer: [], order: [], refund: [] };
}

/** How many orders the customer has made. */
function drawCustomer(random: Random, mill: Mill, position: number, arrivalDay: number): number {
  const { calendar, drawing, lines } = mill;
  const prospect = random.chance(PROSPECTS_SHARE);
  const reseller = random.chance(RESELLERS.share);
  const moments = prospect ? [] : drawPurchases(random, calendar, arrivalDay, reseller);
  const signUp = moments[0] ?? { day: arrivalDay, second: calendar.drawSecond(random) };
  const createdAt = instantText(calendar.instantMs(signUp.day, signUp.second));
  const id = position + 1;
  lines.customer.push(
    `${drawing.shopId}\t${id}\t${reseller ? "{wholesale}" : "{}"}\t${createdAt}\t${createdAt}`,
  );
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
  const { calendar, drawing, lines } = mill;
  mill.orders += 1;
  const placedMs = calendar.instantMs(moment.day, moment.second);
  const placedAt = instantText(placedMs);
  const subtotal = Math.max(1, Math.round(spend));
  const shipping = subtotal >= SHIPPING.freeFromMinor ? 0 : SHIPPING.minor;
  const total = subtotal + shipping;
  const giftCard = random.chance(GIFT_CARD_SHARE) ? subtotal : 0;
  const tax = includedVat(total - giftCard);
  const test = random.chance(TEST_ORDER_SHARE) ? "t" : "f";
  const endedMs = placedMs + (1 + 29 * random.uniform()) * DAY_MS;
  const { status, cancelled, givenBack } = endingOf(random, endedMs < calendar.endMs);
  const endedAt = instantText(endedMs);
  lines.order.push(
    `${drawing.shopId}\t${mill.orders}\t${customer ?? "\\N"}\t#${mill.orders}\t${placedAt}\t${placedAt}\t` +
      `${givenBack > 0 ? endedAt : placedAt}\t${cancelled ? endedAt : "\\N"}\t${test}\t${status}\t` +
      `${subtotal}\t${giftCard}\t${shipping}\t${tax}\t${total}\tt`,
  );
  if (givenBack === 0) return;
  const refunded = Math.max(1, Math.round(total * givenBack));
  const parts = givenBack === 1 ? `${shipping}\t${tax}\t${giftCard}` : `0\t${includedVat(refunded)}\t0`;
  lines.refund.push(`${drawing.shopId}\t${mill.orders}\t${mill.orders}\t${endedAt}\t${refunded}\t${parts}`);
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

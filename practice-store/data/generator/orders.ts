import type { Customer, Order, OrderLine } from "../../shop/model.ts";
import { shareMinor } from "../../shop/order-money.ts";
import { FIRST_ID } from "../records.ts";
import { dayText, instantText } from "../zone.ts";
import { type BasketLine, drawBasket } from "./basket.ts";
import { type Calendar } from "./calendar.ts";
import { TEST_ORDER_SHARE } from "./calibration.ts";
import type { Catalogue } from "./catalogue.ts";
import { codeFor, type PromotionCode } from "./promotions.ts";
import type { Moment } from "./purchases.ts";
import type { Random } from "./random.ts";

/** What orders of one generated shop are made from; the counters go up as orders are made. */
export type OrderMill = {
  calendar: Calendar;
  catalogue: Catalogue;
  next: { order: number; line: number; refund: number };
  codeUses: Map<string, number>;
};

export type Purchase = {
  at: Moment;
  /** Null for a guest. */
  customer: Customer | null;
  countryCode: string;
  spendMinor: number;
  first: boolean;
};

const FIRST_ORDER_NUMBER = 1001;
/** British VAT; goods that leave the country carry none. Prices are the same for everybody. */
const VAT_PERCENT = 20;
const POINT_OF_SALE_SHARE_OF_GUESTS = 0.5;

const SHIPPING = {
  home: { minor: 395, freeFromMinor: 5000 },
  abroad: { minor: 995, freeFromMinor: 15_000 },
};

export function orderId(position: number): number {
  return FIRST_ID.order + position;
}

export function orderNumber(position: number): number {
  return FIRST_ORDER_NUMBER + position;
}

export function nextRefundId(mill: OrderMill): number {
  mill.next.refund += 1;
  return FIRST_ID.refund + mill.next.refund;
}

/** Makes a paid order, numbered in the order of making. */
export function makeOrder(random: Random, mill: OrderMill, purchase: Purchase): Order {
  const { at, customer } = purchase;
  const pointOfSale = customer === null && random.chance(POINT_OF_SALE_SHARE_OF_GUESTS);
  const countryCode = pointOfSale ? "GB" : purchase.countryCode;
  const day = dayText(mill.calendar.firstDay + at.day);
  const month = Number(day.slice(5, 7)) - 1;
  const basket = drawBasket(random, mill.catalogue, purchase.spendMinor, month);
  const code = codeFor(random, day, purchase.first && customer !== null);
  if (code !== undefined) mill.codeUses.set(code.code, (mill.codeUses.get(code.code) ?? 0) + 1);
  const taxed = countryCode === "GB";
  const lines = basket.map((line) => makeLine(mill, line, code, taxed));
  const shippingMinor = pointOfSale ? 0 : shippingFor(lines, taxed);
  const shippingDiscountMinor = code?.kind === "freeShipping" ? shippingMinor : 0;
  const position = mill.next.order;
  mill.next.order += 1;
  const createdAt = instantText(mill.calendar.instantMs(at.day, at.second));
  return {
    id: orderId(position),
    number: orderNumber(position),
    name: `#${String(orderNumber(position))}`,
    customerId: customer?.id ?? null,
    email: customer?.email ?? null,
    countryCode,
    sourceName: pointOfSale ? "pos" : "web",
    taxesIncluded: true,
    test: random.chance(TEST_ORDER_SHARE),
    financialStatus: "PAID",
    createdAt,
    processedAt: createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    cancelReason: null,
    discountCodes: code === undefined ? [] : [code.code],
    lines,
    shippingMinor,
    shippingDiscountMinor,
    shippingTaxMinor: taxed ? includedVatMinor(shippingMinor - shippingDiscountMinor) : 0,
    refunds: [],
  };
}

function makeLine(
  mill: OrderMill,
  { item, quantity }: BasketLine,
  code: PromotionCode | undefined,
  taxed: boolean,
): OrderLine {
  const { product, variant } = item;
  mill.next.line += 1;
  const fullMinor = variant.priceMinor * quantity;
  const percent = code?.kind === "percentage" && !product.giftCard ? code.percent : 0;
  const discountMinor = shareMinor(fullMinor, percent, 100);
  return {
    id: FIRST_ID.line + mill.next.line,
    productId: product.id,
    variantId: variant.id,
    sku: variant.sku,
    title: product.title,
    quantity,
    unitPriceMinor: variant.priceMinor,
    discountMinor,
    taxMinor: taxed && !product.giftCard ? includedVatMinor(fullMinor - discountMinor) : 0,
    giftCard: product.giftCard,
  };
}

function includedVatMinor(minor: number): number {
  return shareMinor(minor, VAT_PERCENT, 100 + VAT_PERCENT);
}

function shippingFor(lines: readonly OrderLine[], home: boolean): number {
  const sent = lines.filter((line) => !line.giftCard);
  const worthMinor = sent.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  const rate = home ? SHIPPING.home : SHIPPING.abroad;
  return sent.length === 0 || worthMinor >= rate.freeFromMinor ? 0 : rate.minor;
}

import type { Discount, DiscountValue } from "../../shop/model.ts";
import { FIRST_ID } from "../records.ts";
import { DAY_MS } from "../zone.ts";
import type { Random } from "./random.ts";

/** A discount code that customers of the generated shop have used. */
export type PromotionCode =
  { kind: "percentage"; code: string; percent: number } | { kind: "freeShipping"; code: string };

const WELCOME: PromotionCode = { kind: "percentage", code: "WELCOME10", percent: 10 };
const FREE_SHIPPING: PromotionCode = { kind: "freeShipping", code: "POSTPAID" };
const SUMMER: PromotionCode = { kind: "percentage", code: "SUMMER15", percent: 15 };
const BLACK_FRIDAY: PromotionCode = { kind: "percentage", code: "FRIDAY20", percent: 20 };

/** The months (MM) in which each code is handed out, and the share of orders that then have it. */
const CAMPAIGNS = [
  { promotion: SUMMER, months: ["07"], share: 0.2 },
  { promotion: BLACK_FRIDAY, months: ["11"], share: 0.25 },
  { promotion: FREE_SHIPPING, months: ["02", "03", "09"], share: 0.08 },
];
const WELCOME_SHARE = 0.3;

/** The code that an order of the day (YYYY-MM-DD) was given, if any. */
export function codeFor(random: Random, day: string, firstOrder: boolean): PromotionCode | undefined {
  if (firstOrder && random.chance(WELCOME_SHARE)) return WELCOME;
  const campaign = CAMPAIGNS.find(({ months }) => months.includes(day.slice(5, 7)));
  return campaign !== undefined && random.chance(campaign.share) ? campaign.promotion : undefined;
}

/** The shop's code discounts with how often each was used. Codes of campaigns have ended. */
export function promotionDiscounts(
  uses: ReadonlyMap<string, number>,
  createdAt: string,
  openedMs: number,
): Discount[] {
  const ended = new Date(openedMs - DAY_MS).toISOString();
  return [WELCOME, FREE_SHIPPING, SUMMER, BLACK_FRIDAY].map((promotion, index) => ({
    id: FIRST_ID.discount + index + 1,
    method: "code",
    title: promotion.code,
    codes: [
      {
        id: FIRST_ID.discountCode + index + 1,
        code: promotion.code,
        usageCount: uses.get(promotion.code) ?? 0,
      },
    ],
    value: valueOf(promotion),
    items: { kind: "all" },
    minimum: { kind: "none" },
    context: { kind: "all" },
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    discountClasses: [promotion.kind === "freeShipping" ? "SHIPPING" : "ORDER"],
    startsAt: createdAt,
    endsAt: promotion === WELCOME ? null : ended,
    usageLimit: null,
    appliesOncePerCustomer: promotion === WELCOME,
    createdAt,
    updatedAt: createdAt,
  }));
}

function valueOf(promotion: PromotionCode): DiscountValue {
  return promotion.kind === "freeShipping"
    ? { kind: "freeShipping", maximumShippingMinor: null }
    : { kind: "percentage", fraction: promotion.percent / 100 };
}

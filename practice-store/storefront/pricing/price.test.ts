import { describe, expect, it } from "vitest";
import type { Discount, DiscountItems } from "../../shop/model.ts";
import { allocate, fractionOf } from "./amounts.ts";
import { combinations } from "./combinations.ts";
import { type Buyer, isOffered } from "./offered.ts";
import { type CartLine, priceCart } from "./price.ts";

let nextId = 1;

function discount(title: string, given: Partial<Discount>): Discount {
  return {
    id: nextId++,
    method: "automatic",
    title,
    codes: [],
    value: { kind: "percentage", fraction: 0.1 },
    items: { kind: "all" },
    minimum: { kind: "none" },
    context: { kind: "all" },
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    discountClasses: ["ORDER"],
    startsAt: "2026-01-01T00:00:00Z",
    endsAt: null,
    usageLimit: null,
    appliesOncePerCustomer: false,
    createdAt: "2026-01-01T00:00:00Z",
    updatedAt: "2026-01-01T00:00:00Z",
    ...given,
  };
}

const withEverything = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true };
const percent = (fraction: number) => ({ kind: "percentage", fraction }) as const;
const amount = (amountMinor: number, appliesOnEachItem = false) =>
  ({ kind: "fixedAmount", amountMinor, appliesOnEachItem }) as const;
const freeShipping = (maximumShippingMinor: number | null = null) =>
  ({ kind: "freeShipping", maximumShippingMinor }) as const;
const onProducts = (...productIds: number[]): DiscountItems => ({
  kind: "products",
  productIds,
  variantIds: [],
  collectionIds: [],
});

const gold = discount("Gold 10%", {});
const silver = discount("Silver 5%", { value: percent(0.05) });
const goldOpen = discount("Gold 10%, combines", { combinesWith: withEverything });
const tenPounds = discount("£10 off", { value: amount(1000), combinesWith: withEverything });
const ship = discount("Free shipping", {
  value: freeShipping(),
  discountClasses: ["SHIPPING"],
  combinesWith: withEverything,
});
const mugs = discount("Mugs 20%", {
  value: percent(0.2),
  items: onProducts(1),
  discountClasses: ["PRODUCT"],
  combinesWith: withEverything,
});
const mugsAlone = discount("Mugs 20% alone", {
  value: percent(0.2),
  items: onProducts(1),
  discountClasses: ["PRODUCT"],
});

const line = (productId: number, unitPriceMinor: number, quantity = 1): CartLine => ({
  variantId: productId * 10,
  productId,
  collectionIds: [productId + 100],
  unitPriceMinor,
  quantity,
  giftCard: false,
});

describe("the price of a cart", () => {
  it.each<[string, CartLine[], number, Discount[], string[], number[], number]>([
    ["no discount", [line(1, 1000)], 495, [], [], [0], 0],
    ["an order discount", [line(1, 1000, 2)], 495, [gold], ["Gold 10%"], [200], 0],
    ["the better of two that don't combine", [line(1, 1000)], 495, [silver, gold], ["Gold 10%"], [100], 0],
    [
      "both order discounts from the subtotal, not one from the other's rest",
      [line(1, 10_000)],
      0,
      [goldOpen, tenPounds],
      ["Gold 10%, combines", "£10 off"],
      [2000],
      0,
    ],
    [
      "a product discount first, the order discount on what remains",
      [line(1, 10_000), line(2, 25_000)],
      2000,
      [goldOpen, mugs],
      ["Mugs 20%", "Gold 10%, combines"],
      [2000 + 800, 2500],
      0,
    ],
    [
      "one that goes alone against two that combine",
      [line(1, 10_000)],
      495,
      [goldOpen, ship, mugsAlone],
      ["Mugs 20% alone"],
      [2000],
      0,
    ],
    [
      "two that combine against one that goes alone",
      [line(1, 3000)],
      495,
      [goldOpen, ship, mugsAlone],
      ["Gold 10%, combines", "Free shipping"],
      [300],
      495,
    ],
    [
      "free shipping only up to its limit",
      [line(1, 1000)],
      495,
      [discount("Cheap", { value: freeShipping(400), discountClasses: ["SHIPPING"] })],
      [],
      [0],
      0,
    ],
    [
      "an amount off never below nothing",
      [line(1, 300), line(2, 400)],
      0,
      [tenPounds],
      ["£10 off"],
      [300, 400],
      0,
    ],
    [
      "an amount off each item",
      [line(1, 300, 3), line(2, 400)],
      0,
      [
        discount("50p each", {
          value: amount(50, true),
          items: onProducts(1),
          discountClasses: ["PRODUCT"],
        }),
      ],
      ["50p each"],
      [150, 0],
      0,
    ],
    [
      "one amount shared out to the penny",
      [line(1, 333), line(2, 333), line(3, 334)],
      0,
      [discount("£1", { value: amount(100) })],
      ["£1"],
      [33, 33, 34],
      0,
    ],
    [
      "a minimum subtotal not met",
      [line(1, 4999)],
      0,
      [discount("Over £50", { minimum: { kind: "subtotal", amountMinor: 5000 } })],
      [],
      [0],
      0,
    ],
    [
      "a minimum subtotal just met",
      [line(1, 5000)],
      0,
      [discount("Over £50", { minimum: { kind: "subtotal", amountMinor: 5000 } })],
      ["Over £50"],
      [500],
      0,
    ],
    [
      "a minimum quantity of the items it is for",
      [line(1, 100, 1), line(2, 100, 5)],
      0,
      [
        discount("Two mugs", {
          items: onProducts(1),
          minimum: { kind: "quantity", quantity: 2 },
          discountClasses: ["PRODUCT"],
        }),
      ],
      [],
      [0, 0],
      0,
    ],
  ])("has %s", (_, lines, shipping, offered, titles, lineDiscounts, shippingDiscount) => {
    const price = priceCart(lines, shipping, offered);
    expect(price.applied.map((applied) => applied.discount.title)).toEqual(titles);
    expect(price.lineDiscountsMinor).toEqual(lineDiscounts);
    expect(price.shippingDiscountMinor).toBe(shippingDiscount);
  });

  it("leaves gift cards out", () => {
    const cart = [line(1, 1000), { ...line(2, 5000), giftCard: true }];
    expect(priceCart(cart, 0, [gold]).lineDiscountsMinor).toEqual([100, 0]);
  });

  it("takes the best product discount on each line where two combine", () => {
    const tea = discount("Tea 30%", {
      value: percent(0.3),
      items: { kind: "products", productIds: [], variantIds: [20], collectionIds: [101] },
      discountClasses: ["PRODUCT"],
      combinesWith: withEverything,
    });
    const price = priceCart([line(1, 1000), line(2, 1000), line(3, 1000)], 0, [mugs, tea]);
    expect(price.lineDiscountsMinor).toEqual([300, 300, 0]);
  });

  it("stays quick with twenty-five discounts that all combine", () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      discount(`D${index}`, { value: amount(1), combinesWith: withEverything }),
    );
    expect(combinations(many)).toHaveLength(1);
    expect(priceCart([line(1, 1000)], 0, many).savedMinor).toBe(25);
  });
});

describe("a discount is offered", () => {
  const buyer: Buyer = {
    customerId: 7,
    inSegment: (id) => id === 3,
    codes: ["welcome"],
    uses: () => 0,
    now: new Date("2026-06-01T12:00:00Z"),
  };
  const code = discount("Code", { method: "code", codes: [{ id: 1, code: "WELCOME", usageCount: 4 }] });
  const bySegment = discount("Segment", { context: { kind: "customerSegments", segmentIds: [2, 3] } });

  it.each<[string, Discount, Partial<Buyer>, boolean]>([
    ["to anybody", gold, {}, true],
    ["to a member of one of its segments", bySegment, {}, true],
    ["not to a stranger to its segments", bySegment, { inSegment: () => false }, false],
    ["not to a guest where it is for a segment", bySegment, { customerId: null }, false],
    ["to a customer named", discount("", { context: { kind: "customers", customerIds: [7] } }), {}, true],
    ["to nobody else", discount("", { context: { kind: "customers", customerIds: [8] } }), {}, false],
    ["not before it starts", discount("", { startsAt: "2026-06-01T12:00:01Z" }), {}, false],
    ["not after it ended", discount("", { endsAt: "2026-06-01T12:00:00Z" }), {}, false],
    ["by its code in either case", code, {}, true],
    ["not without its code", code, { codes: [] }, false],
    ["not beyond its limit", { ...code, usageLimit: 4 }, {}, false],
    ["once a customer", { ...code, appliesOncePerCustomer: true }, { uses: () => 1 }, false],
  ])("%s", (_, given, change, offered) => {
    expect(isOffered(given, { ...buyer, ...change })).toBe(offered);
  });
});

describe("amounts", () => {
  it.each<[number, number, number]>([
    [1005, 0.1, 101],
    [1004, 0.1, 100],
    [999_999_999, 0.15, 150_000_000],
    [24_240, 0.07, 1697],
  ])("%i times %d is %i", (amountMinor, fraction, expected) => {
    expect(fractionOf(amountMinor, fraction)).toBe(expected);
  });

  it("are shared out without losing a unit", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(5, [0, 0])).toEqual([0, 0]);
  });
});

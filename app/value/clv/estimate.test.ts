import { describe, expect, it } from "vitest";
import { estimate, type Customer, type Wish } from "./estimate.ts";

const WISH: Wish = { model: "nbd", unit: "day", heldOutDays: 0, predict: 30, monthlyDiscount: 0 };

const customers = Array.from({ length: 60 }, (_, index): Customer => {
  const frequency = 1 + (index % 5);
  return { frequency, recencyDays: 100 + index, ageDays: 200, meanAmount: 20, heldOut: index % 3 };
});

describe("estimate", () => {
  it("takes the shop's mean where amounts have no spread, and says so", () => {
    const estimates = estimate(customers, WISH);
    if ("thin" in estimates) throw new Error("too little history");
    expect(estimates.fallbacks).toMatchObject([{ from: "gammagamma", to: "mean" }]);
    expect(Object.keys(estimates.parameters)).toEqual(["r", "alpha"]);
    expect(estimates.holdout).toBeUndefined();
    const { alive, purchases, amount, value } = estimates.of(0);
    expect({ alive, amount }).toEqual({ alive: 1, amount: 20 });
    // Twelve months of 30 days, not discounted.
    expect(value).toBeCloseTo(12 * purchases * 20, 9);
  });

  it("chooses the model whose error held out is the smallest", () => {
    const errors = (["bgnbd", "mbgnbd", "paretonbd", "nbd", "auto"] as const).map((model) => {
      const estimates = estimate(customers, { ...WISH, model, heldOutDays: 100 });
      return "thin" in estimates ? NaN : (estimates.holdout?.rmse ?? NaN);
    });
    expect(errors[4]).toBe(Math.min(...errors.slice(0, 4)));
  });

  it("refuses too little history", () => {
    expect(estimate(customers.slice(0, 20), WISH)).toEqual({ thin: { customers: 20, repeatCustomers: 20 } });
  });
});

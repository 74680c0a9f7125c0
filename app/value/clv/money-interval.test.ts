import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelOf } from "./model-of.ts";
import { moneyInterval } from "./money-interval.ts";
import { moneyModel } from "./money-model.ts";
import { MODEL_NAMES, type Known } from "./purchase-model.ts";
import { predictCustomer, expectVisits, YEAR_DAYS } from "./predict-customer.ts";
import { predictInOrder } from "./predict-in-order.ts";

const ten = moneyModel({}, 10);

describe("moneyInterval, of purchases of 10 each", () => {
  it.each([
    ["four of five buy nothing", [0.2], 0, 0, 0.8],
    ["nine of ten buy nothing", [0.1, 0.05], 0, 0, 0.9],
    ["the upper end is the second purchase", [0.6, 0.25, 0.15], 0, 20, 0.8],
    ["everybody buys once to thrice", [1, 0.85, 0.15], 10, 30, 0.8],
    ["nothing can be bought at all", [], 0, 0, 1],
  ])("%s", (_, atLeast, low, high, holds) => {
    const interval = moneyInterval(atLeast, ten, { x: 1, mean: 10 }, 0.8);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
    expect(interval.holds).toBeCloseTo(holds, 9);
  });

  it("holds as many as it says, of customers drawn from Gamma-Gamma", () => {
    // CDNOW's amounts; one purchase of a customer who bought twice at 40: Gamma(p, nu), nu Gamma(q + 2p, v + 80).
    const money = moneyModel({ p: 6.25, q: 3.74, v: 15.44 }, 35);
    const { low, high } = moneyInterval([1], money, { x: 2, mean: 40 }, 0.8);
    const random = mulberry(7);
    const drawn = Array.from({ length: 40_000 }, () => gamma(random, 6.25) / (gamma(random, 16.24) / 95.44));
    const held = drawn.filter((amount) => amount >= low && amount <= high).length / drawn.length;
    expect(held).toBeGreaterThan(0.79);
    expect(held).toBeLessThan(0.81);
  });
});

const size = fc.double({ min: -4, max: 4, noNaN: true }).map((log) => 10 ** log);
const history = fc
  .record({ repeats: fc.nat(1000), gap: fc.nat(2000), silent: fc.nat(4000), minor: fc.nat(1e12) })
  .map(({ repeats, gap, silent, minor }) => {
    const recencyDays = repeats === 0 ? 0 : repeats + gap;
    return { repeats, recencyDays, ageDays: recencyDays + silent, repeatMinor: repeats === 0 ? 0 : minor };
  });

describe("a prediction", () => {
  it("is finite and in order, whatever the customer, the model and the shop's choices", () => {
    const shop = fc.record({
      currency: fc.constantFrom("GBP", "JPY", "KWD"),
      settings: fc.record({
        grossMargin: fc.double({ min: 0, max: 1, noNaN: true }),
        yearlyDiscount: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    });
    const amounts = fc.option(fc.record({ p: size, q: size, v: size }), { nil: {} });
    const parameters = fc.record({ r: size, alpha: size, a: size, b: size, s: size, beta: size });
    fc.assert(
      fc.property(
        fc.constantFrom(...MODEL_NAMES),
        parameters,
        amounts,
        fc.nat(1e6),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        shop,
        history,
        (name, values, gammaGamma, mean, level, choices, buyer) => {
          const forecaster = { visits: modelOf(name, values), money: moneyModel(gammaGamma, mean), level };
          const prediction = predictInOrder(forecaster, choices)(buyer);
          for (const value of Object.values(prediction)) {
            expect(Number.isFinite(value)).toBe(true);
            expect(value).toBeGreaterThanOrEqual(0);
          }
          expect(prediction.alive).toBeLessThanOrEqual(1);
          expect(prediction.lowMinor).toBeLessThanOrEqual(prediction.highMinor);
          expect(prediction.valueMinor).toBeLessThanOrEqual(prediction.spendMinor + 1);
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it("is the margin of what is expected, discounted", () => {
    const model = modelOf("nbd", { r: 1, alpha: YEAR_DAYS });
    const known: Known = { x: 0, tx: 0, T: 0 };
    const visits = expectVisits(model, known, { grossMargin: 1, yearlyDiscount: 0.21 });
    expect(visits.alive).toBe(1);
    expect(visits.purchases).toBeCloseTo(1, 9);
    // A twelfth of a purchase at the end of each month, at 1.21 a year.
    const discounted = Array.from({ length: 12 }, (_, month) => 1.21 ** (-(month + 1) / 12) / 12);
    expect(visits.discounted).toBeCloseTo(
      discounted.reduce((sum, each) => sum + each, 0),
      9,
    );
    const worth = { grossMargin: 0.5, yearlyDiscount: 0.21 };
    const { spendMinor, valueMinor } = predictCustomer(
      visits,
      { money: ten, level: 0.8 },
      { x: 0, mean: 0 },
      worth,
      100,
    );
    expect(spendMinor).toBe(1_000);
    expect(valueMinor).toBe(Math.round(500 * visits.discounted));
  });
});

/** Random numbers from a seed (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A gamma variate of a shape above 1 (Marsaglia & Tsang 2000). */
function gamma(random: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

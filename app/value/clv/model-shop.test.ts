import { describe, expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import type { Histories } from "./histories.ts";
import { chooseTested, chooseUntested, modelShop, testTime, thinShop } from "./model-shop.ts";

const today = toDay("2026-03-16");

/** Customers who came 70 days ago; all but a fifth bought again, up to five times. */
const repeats = Array.from({ length: 100 }, (_, index) => Math.floor(index / 20));
const all: Histories = {
  repeats,
  recencyDays: repeats.map((times) => times * 10),
  ageDays: repeats.map(() => 70),
  repeatMinor: repeats.map((times) => times * 1_000),
};
const shop = { firstDay: toDay("2026-01-05"), unit: 100, all, netMinor: 300_000 };

describe("a shop of ten weeks", () => {
  it("has nothing to hold out", () => expect(testTime(shop.firstDay, today)).toBeNull());

  it("gets the model that fits best for its parameters, and is told to be untested", () => {
    expect(thinShop(shop)).toBeNull();
    const choice = chooseUntested(all, today, new Map([[-8, 20]]));
    const aics = choice.candidates.flatMap(({ aic }) => aic ?? []);
    expect(choice.candidates.find(({ model }) => model === choice.chosen)?.aic).toBe(Math.min(...aics));
    const { report } = modelShop(shop, choice);
    expect(report).toMatchObject({ kind: "fitted", customers: 100, repeatCustomers: 80, test: null });
    expect(choice.weeks.at(-1)).toMatchObject({ until: "2026-03-15", made: 0 });
    expect(choice.weeks.at(-2)).toMatchObject({ until: "2026-03-08", made: 20 });
  });
});

it("holds the last third out, and learns nothing where too few came before it", () => {
  const time = testTime(toDay("2025-03-16"), today);
  expect(time).toEqual({ learnedTo: "2025-11-16", testedTo: "2026-03-15", days: 119 });
  const none = { repeats: [], recencyDays: [], ageDays: [], repeatMinor: [] };
  const histories = { ...none, made: [], madeMinor: [], madeBefore: [] };
  expect(time === null ? undefined : chooseTested(histories, time, new Map(), 100)).toBeNull();
});

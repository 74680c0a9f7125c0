import { describe, expect, it } from "vitest";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { checkDefinition } from "#app/membership/policy.ts";
import {
  problemOf,
  tierKey,
  toForm,
  toInput,
  withThresholds,
  withTier,
  type TierForm,
} from "./ladder-form.ts";

const ladder = defaultDefinition([10_000, 30_000, 75_050], "en");
const { window } = ladder;

/** The default ladder with one field of the Gold tier typed over. */
function withGold(patch: Partial<TierForm>) {
  const form = toForm(ladder, "GBP").map((tier) => (tier.key === "gold" ? { ...tier, ...patch } : tier));
  return checkDefinition(toInput(form, window, "GBP"));
}

describe("the ladder's form", () => {
  it.each(["GBP", "JPY", "KWD"])("gives back the ladder it was made from in %s", (currency) => {
    expect(checkDefinition(toInput(toForm(ladder, currency), window, currency))).toEqual({
      ok: true,
      value: ladder,
    });
  });

  it.each([
    ["250", 25_000],
    [" 250.5 ", 25_050],
    ["0250.05", 25_005],
  ])("reads the threshold %j as %d pence", (enter, minor) => {
    const checked = withGold({ enter });
    expect(checked.ok && checked.value.tiers[2]?.enterMinor).toBe(minor);
  });

  it.each([
    [{ enter: "" }, "enter", "spend_unfit"],
    [{ enter: "12.345" }, "enter", "spend_unfit"],
    [{ enter: "1,000" }, "enter", "spend_unfit"],
    [{ enter: "-5" }, "enter", "spend_unfit"],
    [{ enter: "100" }, "enter", "thresholds_not_ascending"],
    [{ name: " " }, "name", "name_missing"],
    [{ name: "silver" }, "name", "name_taken"],
    [{ percent: "0" }, "percent", "percentage_unfit"],
    [{ percent: "100.5" }, "percent", "percentage_unfit"],
    [{ percent: "ten" }, "percent", "percentage_unfit"],
  ] as const)("finds what is wrong with %j at its field", (patch, field, code) => {
    const checked = withGold(patch);
    expect(checked.ok ? null : problemOf(checked.error, 2, field)).toBe(code);
  });

  it("reads a percentage to the hundredth", () => {
    const checked = withGold({ percent: "12.05" });
    expect(checked.ok && checked.value.tiers[2]?.benefit).toEqual({ kind: "percentage", basisPoints: 1205 });
  });

  it("adds a tier on top whose key comes from its name and is nobody else's", () => {
    const form = withTier(toForm(ladder, "GBP")).map((tier) =>
      tier.key === null ? { ...tier, name: "Gold!", enter: "2000" } : tier,
    );
    expect(toInput(form, window, "GBP").tiers.at(-1)).toMatchObject({ key: "gold-2", name: "Gold!" });
    expect(new Set(form.map(({ id }) => id)).size).toBe(5);
  });

  it("takes over the thresholds of another ladder and nothing else", () => {
    const other = defaultDefinition([100, 200, 300], "de");
    const taken = toInput(withThresholds(toForm(ladder, "GBP"), other, "GBP"), window, "GBP");
    expect(taken.tiers.map(({ name, enterMinor }) => [name, enterMinor])).toEqual([
      ["Member", 0],
      ["Silver", 100],
      ["Gold", 200],
      ["Platinum", 300],
    ]);
  });
});

describe("a tier's key", () => {
  it.each([
    ["Gold", [], "gold"],
    ["Gold Club", [], "gold-club"],
    ["  Très-Élégant ", [], "tres-elegant"],
    ["金卡", [], "tier"],
    ["金卡", ["tier", "tier-2"], "tier-3"],
    ["Gold", ["gold"], "gold-2"],
    ["x".repeat(60), [], "x".repeat(36)],
  ])("of %j beside %j is %s", (name, taken, key) => {
    expect(tierKey(name, taken)).toBe(key);
  });
});

import { describe, expect, it } from "vitest";
import { type ExportedAmounts, reckon } from "./order-export-money.ts";

const LINES = [
  { fullMinor: 2000, discountMinor: 0, taxable: true },
  { fullMinor: 1000, discountMinor: 0, taxable: true },
];

function amounts(changes: Partial<ExportedAmounts>): ExportedAmounts {
  return {
    subtotalMinor: 3000,
    shippingMinor: 500,
    taxMinor: 0,
    totalMinor: 3500,
    discountMinor: 0,
    lines: LINES,
    ...changes,
  };
}

describe("reckon", () => {
  it.each([
    {
      what: "tax on top",
      of: amounts({ taxMinor: 601, totalMinor: 4101 }),
      result: { taxesIncluded: false, lines: [{ taxMinor: 401 }, { taxMinor: 200 }] },
    },
    {
      what: "tax within the prices",
      of: amounts({ taxMinor: 558 }),
      result: { taxesIncluded: true, lines: [{ taxMinor: 372 }, { taxMinor: 186 }] },
    },
    {
      what: "tax on the taxable line alone",
      of: amounts({
        taxMinor: 300,
        lines: [
          { ...LINES[0], fullMinor: 2000, discountMinor: 0, taxable: false },
          { fullMinor: 1000, discountMinor: 0, taxable: true },
        ],
      }),
      result: { lines: [{ taxMinor: 0 }, { taxMinor: 300 }], shippingTaxMinor: 0 },
    },
    {
      what: "tax on shipping where no line is taxable",
      of: amounts({ taxMinor: 80, lines: LINES.map((line) => ({ ...line, taxable: false })) }),
      result: { shippingTaxMinor: 80, lines: [{ taxMinor: 0 }, { taxMinor: 0 }] },
    },
    {
      what: "a discount of the order in proportion, to the cent",
      of: amounts({ subtotalMinor: 2900, discountMinor: 100, totalMinor: 3400 }),
      result: { lines: [{ discountMinor: 67 }, { discountMinor: 33 }], shippingDiscountMinor: 0 },
    },
    {
      what: "a line's own discount first",
      of: amounts({
        subtotalMinor: 2400,
        discountMinor: 600,
        totalMinor: 2900,
        lines: [{ fullMinor: 2000, discountMinor: 500, taxable: true }, ...LINES.slice(1)],
      }),
      result: { lines: [{ discountMinor: 560 }, { discountMinor: 40 }] },
    },
    {
      what: "a discount on shipping",
      of: amounts({ discountMinor: 500, totalMinor: 3000 }),
      result: { shippingDiscountMinor: 500, lines: [{ discountMinor: 0 }, { discountMinor: 0 }] },
    },
  ])("finds $what", ({ of, result }) => {
    expect(reckon(of)).toMatchObject(result);
  });

  it.each([
    ["a total that nothing explains", amounts({ totalMinor: 3501 }), "do not add up to Total"],
    ["a subtotal above the lines", amounts({ subtotalMinor: 3001, totalMinor: 3501 }), "less than Subtotal"],
  ])("says why not: %s", (_, of, reason) => {
    expect(reckon(of)).toContain(reason);
  });
});

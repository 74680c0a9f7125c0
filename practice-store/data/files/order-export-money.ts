import { shareMinor } from "../../shop/order-money.ts";

/** The amounts of an exported order in minor units. */
export type ExportedAmounts = {
  subtotalMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  discountMinor: number;
  lines: { fullMinor: number; discountMinor: number; taxable: boolean }[];
};

/** How the amounts hang together: what each line bears of the discounts and of the tax. */
export type Reckoning = {
  taxesIncluded: boolean;
  shippingDiscountMinor: number;
  shippingTaxMinor: number;
  lines: { discountMinor: number; taxMinor: number }[];
};

/**
 * Works out what the export does not say: whether prices include tax, what of the discount went to
 * the lines and to shipping, and the lines' parts. Shopify exports discounts and tax for the order
 * as a whole, so lines bear them in proportion. The result adds up to Subtotal and Total exactly; a
 * text says why nothing does.
 */
export function reckon(amounts: ExportedAmounts): Reckoning | string {
  const { subtotalMinor, shippingMinor, taxMinor, totalMinor } = amounts;
  const lineDiscountMinor = sum(amounts.lines.map((line) => line.fullMinor)) - subtotalMinor;
  if (lineDiscountMinor < 0) return "the lines add up to less than Subtotal";
  const shippingDiscount = Math.min(shippingMinor, Math.max(0, amounts.discountMinor - lineDiscountMinor));
  const fits = [0, shippingDiscount]
    .flatMap((shippingDiscountMinor) =>
      [false, true].map((taxesIncluded) => ({ shippingDiscountMinor, taxesIncluded })),
    )
    .find(
      ({ shippingDiscountMinor, taxesIncluded }) =>
        subtotalMinor + shippingMinor - shippingDiscountMinor + (taxesIncluded ? 0 : taxMinor) === totalMinor,
    );
  if (fits === undefined) return "Subtotal, Shipping, Taxes and Discount Amount do not add up to Total";

  const discounts = lineDiscounts(amounts.lines, lineDiscountMinor);
  const taxable = amounts.lines.map((line, index) =>
    line.taxable ? line.fullMinor - (discounts[index] ?? 0) : 0,
  );
  const taxes = split(sum(taxable) === 0 ? 0 : taxMinor, taxable);
  return {
    ...fits,
    shippingTaxMinor: taxMinor - sum(taxes),
    lines: amounts.lines.map((_, index) => ({
      discountMinor: discounts[index] ?? 0,
      taxMinor: taxes[index] ?? 0,
    })),
  };
}

/** The lines' own discounts, and of the rest a part in proportion to what each line then costs. */
function lineDiscounts(lines: ExportedAmounts["lines"], totalMinor: number): number[] {
  const own = lines.map((line) => line.discountMinor);
  const base = sum(own) <= totalMinor ? own : own.map(() => 0);
  const left = lines.map((line, index) => Math.max(0, line.fullMinor - (base[index] ?? 0)));
  const rest = split(totalMinor - sum(base), left);
  return base.map((minor, index) => minor + (rest[index] ?? 0));
}

/** An amount in whole parts in proportion to weights; the parts add up to it unless all weights are 0. */
function split(minor: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  let before = 0;
  return weights.map((weight) => {
    const from = shareMinor(minor, before, whole);
    before += weight;
    return shareMinor(minor, before, whole) - from;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

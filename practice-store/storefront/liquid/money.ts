/**
 * Liquid's money: whatever the currency, its filters take hundredths of the main unit ("for currencies
 * without subunits, tenths and hundredths of a unit are appended: 1000 Japanese yen is output as
 * 100000"). Source: https://shopify.dev/docs/api/liquid/objects/product (price).
 */

type MoneyFormat = { before: string; after: string; style: "point" | "comma" | "whole" };

/** How shops of these currencies write money by default; others put the code behind the amount. */
const FORMATS: Record<string, MoneyFormat> = {
  GBP: { before: "£", after: "", style: "point" },
  USD: { before: "$", after: "", style: "point" },
  CAD: { before: "$", after: "", style: "point" },
  AUD: { before: "$", after: "", style: "point" },
  EUR: { before: "€", after: "", style: "comma" },
  JPY: { before: "¥", after: "", style: "whole" },
  CNY: { before: "¥", after: "", style: "point" },
  CHF: { before: "CHF ", after: "", style: "point" },
};

/** Minor units of a currency as the hundredths that Liquid counts in. */
export function hundredths(minor: number, currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return Math.round(minor * 10 ** (2 - digits));
}

function grouped(amount: number, style: MoneyFormat["style"]): string {
  const decimals = style === "whole" ? 0 : 2;
  const text = new Intl.NumberFormat("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 100);
  return style === "comma" ? text.replace(/[,.]/g, (separator) => (separator === "," ? "." : ",")) : text;
}

/** `money`, `money_with_currency`, `money_without_currency` and `money_without_trailing_zeros`. */
export function moneyFilters(currency: string): Record<string, (value: unknown) => string> {
  const format = FORMATS[currency] ?? { before: "", after: ` ${currency}`, style: "point" };
  const amount = (value: unknown): number => Math.round(Number(value));
  const text = (value: unknown): string => grouped(Math.abs(amount(value)), format.style);
  const signed = (value: unknown, body: string): string => (amount(value) < 0 ? `-${body}` : body);
  const money = (value: unknown): string => signed(value, `${format.before}${text(value)}${format.after}`);
  return {
    money,
    money_with_currency: (value) =>
      format.after === ` ${currency}` ? money(value) : `${money(value)} ${currency}`,
    money_without_currency: (value) => signed(value, text(value)),
    money_without_trailing_zeros: (value) =>
      signed(value, `${format.before}${text(value).replace(/[.,]00$/, "")}${format.after}`),
  };
}

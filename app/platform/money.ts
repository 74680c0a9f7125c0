/** An amount: whole minor units (pence, cents, yen) of an ISO 4217 currency. */
export type Money = { minor: number; currency: string };

const digitsByCurrency = new Map<string, number>();

/** How many decimals the currency has: 2 for GBP, 0 for JPY, 3 for KWD (ISO 4217, by Intl). */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Sign, whole units, decimals. */
const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Minor units of a decimal text as Shopify sends it ("12.30", "-4.5", "1200.0"); further decimals are
 * rounded half away from zero. Exact: no float is involved.
 * @throws RangeError where the text is no decimal number.
 */
export function parseMinor(text: string, currency: string): number {
  const [, sign, whole, fraction = ""] = AMOUNT.exec(text.trim()) ?? [];
  if (whole === undefined) throw new RangeError(`Not an amount of money: ${JSON.stringify(text)}`);
  const digits = currencyDigits(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  const roundUp = Number(fraction[digits] ?? 0) >= 5 ? 1 : 0;
  const minor = Number(whole + kept) + roundUp;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** The decimal text of an amount, as Shopify's inputs want it: 1230 GBP → "12.30". */
export function decimalText(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount as the reader's language writes it: "£1,234.50". */
export function formatMoney(money: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: money.currency });
  return format.format(money.minor / 10 ** currencyDigits(money.currency));
}

import { currencyDigits, decimalText } from "#app/platform/money.ts";

export type Format = {
  /** Minor units of the shop's currency: "£1,234.50". */
  money: (minor: number) => string;
  /** The same without pence, for axes and big figures: "£1,235". */
  roundMoney: (minor: number) => string;
  /** Minor units as a plain decimal, for files: "1234.50". */
  decimal: (minor: number) => string;
  number: (value: number) => string;
  /** A share from 0 to 1: "12.3%". */
  percent: (share: number) => string;
  /** An ISO day "2026-11-24": "24 Nov 2026". */
  day: (day: string) => string;
  /** The month of an ISO day or "2026-11": "Nov 2026". */
  month: (day: string) => string;
  /** An ISO instant, in the shop's time zone: "24 Nov 2026, 14:05". */
  instant: (iso: string) => string;
};

/** Formatters made once for a page: Intl objects are dear to build. */
export function createFormat(shop: { currency: string; timeZone: string; locale: string }): Format {
  const { currency, locale, timeZone } = shop;
  const scale = 10 ** currencyDigits(currency);
  const money = new Intl.NumberFormat(locale, { style: "currency", currency });
  const roundMoney = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  return {
    money: (minor) => money.format(minor / scale),
    roundMoney: (minor) => roundMoney.format(minor / scale),
    decimal: (minor) => decimalText(minor, currency),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    month: (text) => month.format(new Date(`${text.slice(0, 7)}-01T00:00:00Z`)),
    // Servers and browsers differ in the space before "PM".
    instant: (iso) => instant.format(new Date(iso)).replaceAll("\u202f", " "),
  };
}

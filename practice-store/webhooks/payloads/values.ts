import { moneyString } from "../../shop/order-money.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * An instant as resource payloads write it: whole seconds of the shop's time zone with its offset,
 * "2026-03-01T09:30:00+01:00".
 */
export function localInstant(iso: string, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? "";
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}${offset}`;
}

export type MoneySet = Record<"shop_money" | "presentment_money", { amount: string; currency_code: string }>;

/** An amount in the shop's and the buyer's currency; the practice store sells in the shop's own. */
export function moneySet(minor: number, currency: string): MoneySet {
  const money = { amount: moneyString(minor, currency), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}

/** The pair `<name>` and `<name>_set` in which order payloads write most amounts. */
export function moneyPair(name: string, minor: number, currency: string): Record<string, unknown> {
  return { [name]: moneyString(minor, currency), [`${name}_set`]: moneySet(minor, currency) };
}

/** What a line of tax says; `rate` is the tax's share of what it is on. */
export function taxLines(taxMinor: number, untaxedMinor: number, currency: string): unknown[] {
  if (taxMinor === 0) return [];
  const rate = untaxedMinor === 0 ? 0 : Number((taxMinor / untaxedMinor).toFixed(4));
  return [{ title: "Tax", rate, channel_liable: false, ...moneyPair("price", taxMinor, currency) }];
}

import type { Customer, Discount } from "../../shop/model.ts";
import { moneyString } from "../../shop/order-money.ts";
import type { PageContext } from "../page.ts";
import { fill } from "../texts.ts";

/** An amount in the shop's currency as the person reads it. */
export function money({ deps, locale }: PageContext, minor: number): string {
  const currency = deps.store.shop.currencyCode;
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  return format.format(Number(moneyString(minor, currency)));
}

/** An instant (ISO 8601) in the shop's time zone. */
export function dateTime({ deps, locale }: PageContext, instant: string): string {
  const timeZone = deps.store.shop.ianaTimezone;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  return format.format(new Date(instant));
}

export function count({ locale }: PageContext, number: number): string {
  return new Intl.NumberFormat(locale).format(number);
}

export function country({ locale }: PageContext, code: string | null): string {
  return code === null ? "" : (new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code);
}

/** "PARTIALLY_REFUNDED" as people read it: "Partially refunded". */
export function words(name: string): string {
  const text = name.toLowerCase().replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function customerName({ firstName, lastName, email, id }: Customer): string {
  return [firstName, lastName].filter(Boolean).join(" ") || (email ?? String(id));
}

/** What a discount gives: "10% off", "Free shipping". */
export function discountValue(context: PageContext, { value }: Discount): string {
  const { locale, texts } = context;
  switch (value.kind) {
    case "percentage": {
      const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
      return fill(texts.off, { value: percent.format(value.fraction) });
    }
    case "fixedAmount":
      return fill(texts.off, { value: money(context, value.amountMinor) });
    case "freeShipping":
      return texts.freeShipping;
  }
}

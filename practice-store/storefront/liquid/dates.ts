const DAY = /^\d{4}-\d{2}-\d{2}$/;

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  abbreviated_date: { dateStyle: "medium" },
  basic: { dateStyle: "short" },
  date: { dateStyle: "long" },
  date_at_time: { dateStyle: "long", timeStyle: "short" },
  default: { dateStyle: "full", timeStyle: "long" },
  on_date: { dateStyle: "long" },
};

/**
 * A date in the reader's language, as `date: format: 'name'` writes it in the shop's time zone; a day
 * without a time ("2027-03-02") stays that day. The value itself where it is no date.
 */
export function namedDate(value: unknown, name: string, locale: string, timeZone: string): unknown {
  if (typeof value !== "string" && typeof value !== "number" && !(value instanceof Date)) return value;
  const at = new Date(value);
  if (Number.isNaN(at.valueOf())) return value;
  const zone = typeof value === "string" && DAY.test(value) ? "UTC" : timeZone;
  return new Intl.DateTimeFormat(locale, { ...(STYLES[name] ?? STYLES.date), timeZone: zone }).format(at);
}

export const DAY_MS = 86_400_000;

/** A calendar day as its number of days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day (YYYY-MM-DD) of a day number. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day a number of calendar months before, kept within the shorter month. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const ofMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(ofMonth, lastOfMonth));
  return date.toISOString().slice(0, 10);
}

/**
 * Gives the instant (ms since 1970) of a time in a zone, from a day number and seconds since
 * midnight. Each day has the offset of its noon: in the night of a clock change, when shops are
 * asleep, it is an hour off until the change.
 */
export function zoneClock(zone: string): (day: number, secondOfDay: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const offsets = new Map<number, number>();
  const offsetMs = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const parts = format.formatToParts(new Date((day + 0.5) * DAY_MS));
    const offset = parseOffsetMs(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
    offsets.set(day, offset);
    return offset;
  };
  return (day, secondOfDay) => day * DAY_MS + secondOfDay * 1000 - offsetMs(day);
}

/** An instant as Shopify writes it: whole seconds, UTC. */
export function instantText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function parseOffsetMs(text: string): number {
  const match = /^GMT(?:(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))?$/.exec(text);
  if (match === null) throw new Error(`Not an offset: ${text}`);
  const { sign, hours = "0", minutes = "0" } = match.groups ?? {};
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

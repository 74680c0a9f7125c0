/**
 * Tiers worked out anew from a shop's orders, in code that shares nothing with the app: what the app wrote
 * is held against it.
 */

export type BoughtOrder = {
  customerId: string | null;
  processedAt: string;
  cancelledAt: string | null;
  test: boolean;
  displayFinancialStatus: string;
  /** Minor units, as all money here. */
  totalPriceSet: number;
  totalRefundedSet: number;
  giftCardMinor: number;
};

export type LadderTier = { name: string; from: number };

export type ExpectedTier = {
  name: string;
  rank: number;
  spend: number;
  /** The last day on which the tier holds without another order; null for the lowest. */
  until: string | null;
};

const TIME_ZONE = "Europe/London";
const WINDOW_MONTHS = 12;
const PAID = new Set(["PAID", "PARTIALLY_REFUNDED", "REFUNDED"]);

/** "12.30" → 1230. */
export function toMinor(amount: string): number {
  const [whole = "", decimals = ""] = amount.split(".");
  return Number(whole + decimals.slice(0, 2).padEnd(2, "0"));
}

/** The shop's day of an instant. */
export function shopDay(instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(instant);
}

/** The tier of each customer that bought anything; of nobody else. `ladder` starts with the lowest tier. */
export function expectedTiers(
  orders: readonly BoughtOrder[],
  ladder: readonly LadderTier[],
  today: string,
): Map<string, ExpectedTier> {
  const counted = new Map<string, { end: string; minor: number }[]>();
  for (const order of orders) {
    const counts = PAID.has(order.displayFinancialStatus) && !order.test && order.cancelledAt === null;
    const end = monthsLater(shopDay(new Date(order.processedAt)), WINDOW_MONTHS);
    if (order.customerId === null || !counts || end <= today) continue;
    const minor = Math.max(0, order.totalPriceSet - order.totalRefundedSet - order.giftCardMinor);
    const hers = counted.get(order.customerId) ?? [];
    counted.set(order.customerId, [...hers, { end, minor }]);
  }
  return new Map([...counted].map(([id, hers]) => [id, tierOf(hers, ladder)]));
}

function tierOf(orders: readonly { end: string; minor: number }[], ladder: readonly LadderTier[]) {
  const spend = orders.reduce((sum, { minor }) => sum + minor, 0);
  const rank = ladder.findLastIndex(({ from }) => from <= spend);
  const { name = "", from = 0 } = ladder[rank] ?? {};
  let left = spend;
  let until: string | null = null;
  for (const { end, minor } of orders.toSorted((a, b) => a.end.localeCompare(b.end))) {
    left -= minor;
    if (until === null && left < from) until = dayBefore(end);
  }
  return { name, rank, spend, until };
}

/** The same day of the month, or the month's last one where it has no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
}

function dayBefore(day: string): string {
  return isoDay(Date.parse(day) - 86_400_000);
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

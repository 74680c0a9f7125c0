import { z } from "zod";
import { parseGid } from "../shop/gid.ts";
import { parseMoney } from "../shop/order-money.ts";

/** An id as a number, the digits of one, or a global id of the given type. */
export function idOf(type: string) {
  return z
    .union([z.number(), z.string()], `must be an id: a number, its digits, or gid://shopify/${type}/…`)
    .transform((given, ctx) => {
      const id = typeof given === "number" ? given : readId(given, type);
      if (id !== undefined && Number.isSafeInteger(id) && id > 0) return id;
      ctx.addIssue(
        `${JSON.stringify(given)} is no id of a ${type}: give its number or gid://shopify/${type}/…`,
      );
      return z.NEVER;
    });
}

function readId(text: string, type: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const parsed = parseGid(text);
  return parsed?.type === type ? parsed.id : undefined;
}

/** A positive amount of the shop's currency, "12.30" or 12.3, in minor units. */
export function amountIn(currency: string) {
  return z.union([z.number(), z.string()], `must be an amount such as "12.30"`).transform((given, ctx) => {
    const minor = parseMoney(String(given), currency);
    if (minor !== undefined && minor > 0) return minor;
    ctx.addIssue(`${JSON.stringify(given)} is no amount above zero in ${currency}, such as "12.30"`);
    return z.NEVER;
  });
}

/** A whole number of pieces. */
export const quantity = z.number().int().min(1).max(100_000);

/** An instant with its offset, kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be a date and time such as "2026-03-01T12:00:00Z"' })
  .transform((text) => new Date(text).toISOString());

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { ShopInfo } from "../shop/model.ts";
import { ShopDataError } from "./files/left-out.ts";
import { fileHash } from "./files/rows.ts";
import { MONTHS_OF_HISTORY } from "./generator/calendar.ts";
import { dayNumber, instantText, monthsBefore, zoneClock } from "./zone.ts";

/** Where a shop's first state comes from. */
export type ShopSource =
  { kind: "generated"; seed: number; customers: number } | { kind: "file"; path: string };

/** Raised when the generator or a reader gives other records than before: older journals do not fit. */
const DATA_VERSION = 1;

const shopInfo = z.object({
  id: z.number(),
  name: z.string(),
  myshopifyDomain: z.string(),
  email: z.string(),
  currencyCode: z.string(),
  ianaTimezone: z.string(),
  primaryLocale: z.string(),
  countryCode: z.string(),
  createdAt: z.string(),
  openedOn: z.string(),
  taxesIncluded: z.boolean(),
  sellsSubscriptions: z.boolean(),
}) satisfies z.ZodType<ShopInfo>;

const cardSource = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("generated"), seed: z.number(), customers: z.number() }),
  z.object({ kind: z.literal("file"), name: z.string(), sha256: z.string() }),
]);

const shopCard = z.object({
  version: z.number(),
  source: cardSource,
  shop: shopInfo,
  /** How often the shop was opened; each time has a range of new ids of its own. */
  openings: z.number(),
});

/** What has to be known of a shop to build its first state once more, to the byte. */
export type ShopCard = z.infer<typeof shopCard>;

/** A card for a shop that opens for the first time on `today` (YYYY-MM-DD). */
export async function newCard(source: ShopSource, today: string, own: Partial<ShopInfo>): Promise<ShopCard> {
  const ianaTimezone = own.ianaTimezone ?? "Europe/London";
  const firstDay = monthsBefore(today, MONTHS_OF_HISTORY);
  const shop: ShopInfo = {
    id: 68_000_000_001,
    name: "Laurel Practice",
    myshopifyDomain: "laurel-practice.myshopify.com",
    email: "owner@example.com",
    currencyCode: "GBP",
    primaryLocale: "en",
    countryCode: "GB",
    createdAt: instantText(zoneClock(ianaTimezone)(dayNumber(firstDay), 0)),
    taxesIncluded: true,
    sellsSubscriptions: false,
    ...own,
    ianaTimezone,
    openedOn: today,
  };
  return { version: DATA_VERSION, source: await cardSourceOf(source), shop, openings: 0 };
}

/** Reads a card, if the folder has one. Throws ShopDataError where it is unreadable. */
export function readCard(path: string): ShopCard | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return shopCard.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new ShopDataError(`${path} is damaged. Start over with --fresh.`, { cause: error });
  }
}

/** Writes a card in one step, so that it is never half there. */
export function writeCard(path: string, card: ShopCard): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(card, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/**
 * Throws ShopDataError where the card is of another shop than is asked for: opening that one would
 * throw away what was done in this one, which only the user can want.
 */
export async function checkCard(card: ShopCard, source: ShopSource, dir: string): Promise<void> {
  const asked = await cardSourceOf(source);
  const same =
    card.source.kind === "file" && asked.kind === "file"
      ? card.source.sha256 === asked.sha256
      : JSON.stringify(card.source) === JSON.stringify(asked);
  const advice = "Use --fresh to start over (what was done in the shop is lost), or another --dir.";
  if (!same)
    throw new ShopDataError(
      `${dir} holds a shop from ${describe(card.source)}, not from ${describe(asked)}. ${advice}`,
    );
  if (card.version !== DATA_VERSION)
    throw new ShopDataError(`${dir} holds a shop made by another version of the practice store. ${advice}`);
}

async function cardSourceOf(source: ShopSource): Promise<ShopCard["source"]> {
  if (source.kind === "generated")
    return { kind: "generated", seed: source.seed, customers: source.customers };
  return { kind: "file", name: basename(source.path), sha256: await fileHash(source.path) };
}

function describe(source: ShopCard["source"]): string {
  return source.kind === "file"
    ? `the file ${source.name}`
    : `seed ${String(source.seed)} with ${String(source.customers)} customers`;
}

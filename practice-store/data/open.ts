import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Order, ShopInfo } from "../shop/model.ts";
import { ShopStore } from "../shop/store.ts";
import type { LeftOutRow } from "./files/left-out.ts";
import { readShopFile } from "./files/read-shop-file.ts";
import { loadFileShop, loadGenerated } from "./first-state.ts";
import { keepJournal, replayJournal } from "./journal.ts";
import { checkCard, newCard, readCard, type ShopCard, type ShopSource, writeCard } from "./shop-card.ts";

export type OpenOptions = {
  /** The folder that keeps the shop. */
  dir: string;
  source: ShopSource;
  /** Throws away what the folder has. */
  fresh: boolean;
  /** YYYY-MM-DD in the shop's zone; counts only when the shop is made. */
  today: string;
  /** What is to differ from the usual shop; counts only when it is made. */
  shop?: Partial<ShopInfo>;
};

/** What is in the shop, and what of a file could not be read. */
export type OpeningReport = {
  customers: number;
  orders: number;
  lines: number;
  products: number;
  refunds: number;
  /** The first rows of the file that were left out; `leftOutFile` has them all. */
  leftOut: LeftOutRow[];
  leftOutCount: number;
  leftOutFile: string | null;
  /** Changes of earlier times that were repeated from the journal. */
  replayed: number;
  seconds: number;
};

export type OpenedShop = {
  store: ShopStore;
  report: OpeningReport;
  /** Writes what is still to be journalled; changes after it are not kept. */
  close: () => Promise<void>;
};

const EXAMPLES_OF_LEFT_OUT = 20;
const FIRST_NEW_ID = 9_000_000_000_000;
/** Ids an opening may give out: what was made before and is in no journal keeps its ids to itself. */
const IDS_PER_OPENING = 1_000_000_000;

/**
 * Opens the shop that the folder keeps, or makes it. Its first state is built again from its source
 * each time, then the changes in the journal are repeated; from then on every change is journalled.
 * Throws ShopDataError where the source cannot be read or the folder has another shop.
 */
export async function openShop(options: OpenOptions): Promise<OpenedShop> {
  const startedMs = performance.now();
  const { dir, source } = options;
  const paths = {
    card: join(dir, "shop.json"),
    journal: join(dir, "journal.jsonl"),
    leftOut: join(dir, "left-out.csv"),
  };
  const known = options.fresh ? undefined : readCard(paths.card);
  if (known !== undefined) await checkCard(known, source, dir);
  const card = known ?? (await newCard(source, options.today, options.shop ?? {}));
  const { store, leftOut } = await buildFirstState(card, source);

  mkdirSync(dir, { recursive: true });
  if (known === undefined) for (const path of Object.values(paths)) rmSync(path, { force: true });
  writeCard(paths.card, { ...card, shop: store.shop, openings: card.openings + 1 });
  if (leftOut.length > 0) writeLeftOut(paths.leftOut, leftOut);
  const replayed = replayJournal(paths.journal, store);
  const journal = keepJournal(paths.journal, store);
  const report = {
    ...count(store),
    leftOut: leftOut.slice(0, EXAMPLES_OF_LEFT_OUT),
    leftOutCount: leftOut.length,
    leftOutFile: leftOut.length > 0 ? paths.leftOut : null,
    replayed,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
  const close = (): Promise<void> => {
    journal.stop();
    return Promise.resolve();
  };
  return { store, report, close };
}

async function buildFirstState(
  card: ShopCard,
  source: ShopSource,
): Promise<{ store: ShopStore; leftOut: LeftOutRow[] }> {
  const firstFreeId = FIRST_NEW_ID + card.openings * IDS_PER_OPENING;
  if (source.kind === "generated") {
    const store = new ShopStore(card.shop, firstFreeId);
    loadGenerated(store, source.seed, source.customers);
    return { store, leftOut: [] };
  }
  const { openedOn, ianaTimezone } = card.shop;
  const fileShop = await readShopFile(source.path, openedOn, ianaTimezone);
  const createdAt = fileShop.orders[0]?.createdAt ?? card.shop.createdAt;
  const store = new ShopStore({ ...card.shop, currencyCode: fileShop.currencyCode, createdAt }, firstFreeId);
  loadFileShop(store, fileShop);
  return { store, leftOut: fileShop.leftOut };
}

function count(
  store: ShopStore,
): Pick<OpeningReport, "customers" | "orders" | "lines" | "products" | "refunds"> {
  const { customers, orders, products } = store.tables;
  const total = (of: (order: Order) => number): number =>
    Array.from(orders.values()).reduce((sum, order) => sum + of(order), 0);
  return {
    customers: customers.size,
    orders: orders.size,
    lines: total((order) => order.lines.length),
    products: products.size,
    refunds: total((order) => order.refunds.length),
  };
}

function writeLeftOut(path: string, rows: readonly LeftOutRow[]): void {
  const lines = rows.map(({ line, reason }) => `${String(line)},"${reason.replaceAll('"', '""')}"\n`);
  writeFileSync(path, `line,reason\n${lines.join("")}`);
}

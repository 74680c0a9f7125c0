import type { PoolClient } from "pg";
import { z } from "zod";
import { pool, prisma } from "#app/db.server.ts";
import { BULK_QUERIES } from "#app/mirror/bulk-queries.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { customerRow, orderRows } from "#app/mirror/bulk-rows.ts";
import { mirrorBulk } from "#app/mirror/mirror-bulk.server.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { bulkLines, waitForBulk, type FinishedBulk } from "#app/shopify/bulk-operation.server.ts";
import { startBulkQuery } from "#app/shopify/bulk-query.server.ts";
import { keepGrant } from "../../tests/support/keep-grant.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { bareCopy, MIRROR, takeRows } from "./bare-copy.ts";
import { median } from "./statistics.ts";

/** Rows that an import brings into the mirror, and the median seconds of each way. */
export type ImportFigures = {
  rows: Record<(typeof MIRROR)[number], number>;
  /** Download, parse, stage and merge: what the import does once Shopify has the result. */
  laurelSeconds: number;
  /** Of that, the download alone, and the download with its lines parsed into rows that are thrown away. */
  downloadSeconds: number;
  parseSeconds: number;
  bareSeconds: number;
  bareIndexedSeconds: number;
};

type Shop = Parameters<typeof mirrorBulk>[0];
type Results = Record<"customers" | "orders", FinishedBulk>;
/** Seconds. */
type Round = { laurel: number; download: number; parse: number; bare: number; bareIndexed: number };

const counts = z.object({
  customersCount: z.object({ count: z.number() }),
  ordersCount: z.object({ count: z.number() }),
});

/** Each way in turn, `rounds` times after one that does not count. @throws Error where the mirror is not whole. */
export async function measureImport(store: PracticeStore, rounds: number): Promise<ImportFigures> {
  const shop = await install(store);
  const results = await askForAll();
  const client = await pool.connect();
  try {
    await measureRound(client, shop, results);
    const rows = await countRows(client);
    await expectWhole(store, rows);
    const measured: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) measured.push(await measureRound(client, shop, results));
    const of = (pick: (round: Round) => number): number => median(measured.map(pick));
    return {
      rows,
      laurelSeconds: of((round) => round.laurel),
      downloadSeconds: of((round) => round.download),
      parseSeconds: of((round) => round.parse),
      bareSeconds: of((round) => round.bare),
      bareIndexedSeconds: of((round) => round.bareIndexed),
    };
  } finally {
    client.release();
  }
}

/** Installs the app as opening it does. The import that this starts waits for a worker: there is none. */
async function install(store: PracticeStore): Promise<Shop> {
  await keepGrant(store);
  const id = await ensureShop(SHOP_DOMAIN);
  const { currency } = await prisma.shop.findUniqueOrThrow({ where: { id } });
  return { id, currency };
}

async function askForAll(): Promise<Results> {
  const client = adminClient(SHOP_DOMAIN);
  const ask = async (phase: keyof Results): Promise<FinishedBulk> =>
    waitForBulk(client, await startBulkQuery(client, BULK_QUERIES[phase]));
  const customers = await ask("customers");
  return { customers, orders: await ask("orders") };
}

async function measureRound(client: PoolClient, shop: Shop, results: Results): Promise<Round> {
  const download = await secondsOf(async () => {
    for (const result of Object.values(results)) await eachLine(result, () => undefined);
  });
  const parse = await secondsOf(async () => {
    await eachLine(results.customers, (line) => customerRow(line, shop.currency));
    await eachLine(results.orders, (line) => orderRows(line, shop.currency));
  });
  await client.query(`TRUNCATE ${MIRROR.map((name) => `"${name}"`).join(", ")}`);
  const laurel = await secondsOf(async () => {
    for (const phase of ["customers", "orders"] as const) {
      await mirrorBulk(shop, phase, results[phase], { andThen: () => Promise.resolve() });
    }
  });
  const rows = await takeRows(client);
  const bare = await bareCopy(client, rows, false);
  const bareIndexed = await bareCopy(client, rows, true);
  return { download, parse, laurel, bare, bareIndexed };
}

async function eachLine({ url }: FinishedBulk, take: (line: string) => unknown): Promise<void> {
  for await (const lines of url === null ? [] : bulkLines(url)) for (const line of lines) take(line);
}

async function countRows(client: PoolClient): Promise<ImportFigures["rows"]> {
  const count = async (name: string): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`);
    return rows[0]?.count ?? 0;
  };
  return {
    customer: await count("customer"),
    order: await count("order"),
    order_line: await count("order_line"),
    refund: await count("refund"),
  };
}

async function expectWhole(store: PracticeStore, rows: ImportFigures["rows"]): Promise<void> {
  const query = "{ customersCount(limit: null) { count } ordersCount(limit: null) { count } }";
  const { customersCount, ordersCount } = counts.parse(await store.asOwner(query));
  if (rows.customer === customersCount.count && rows.order === ordersCount.count) return;
  throw new Error(
    `The shop has ${customersCount.count} customers and ${ordersCount.count} orders, not so the mirror.`,
  );
}

async function secondsOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

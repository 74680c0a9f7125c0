import { prisma, pool, type Db } from "#app/db.server.ts";
import { handlers } from "#app/jobs/handlers/all.server.ts";
import { groupsOf } from "#app/platform/groups.ts";
import { VALUE_STEPS } from "#app/jobs/handlers/value-refresh.server.ts";
import { REFRESH_BATCH } from "#app/jobs/refresh-later.server.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, toShopId } from "#app/platform/ids.ts";
import type { TouchedOrder } from "#app/value/purchase-change.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { refreshFacts } from "#app/value/refresh-facts.server.ts";
import { forgetTouched } from "#app/value/touched.server.ts";

/**
 * Runs a worker's work on a shop in a process of its own, whose memory is then the worker's. Tells each step and
 * its seconds, at last the most memory that was resident, as lines of JSON.
 */
const shopId = toShopId(Number(process.argv[2]));
/** So many customers are refreshed at once to see what customers.refresh costs. */
const FEW = 500;

const steps = { rebuild, day, jobs };
const step = process.argv[3];

if (step !== "rebuild" && step !== "day" && step !== "jobs") throw new Error(`No such step: ${step}`);
await steps[step]();
tell("peakMb", process.resourceUsage().maxRSS / 1024);
await Promise.all([pool.end(), prisma.$disconnect()]);

function tell(name: string, value: number): void {
  console.log(JSON.stringify({ name, value }));
}

async function timed(name: string, run: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await run();
  tell(name, (performance.now() - start) / 1000);
}

async function inTransaction(run: (db: Db, shop: Shop) => Promise<unknown>): Promise<void> {
  await prisma.$transaction(async (db) => run(db, await readShop(db, shopId)), {
    maxWait: 10_000,
    timeout: 3_600_000,
  });
}

/** All facts and scores anew, as the job shop.refresh has it: once into empty tables, once more. */
async function rebuild(): Promise<void> {
  for (const round of ["first", "again"]) {
    await inTransaction(async (db, shop) => {
      await timed(`facts, ${round}`, () => rebuildFacts(db, shop));
      await timed(`scores, ${round}`, () => rebuildScores(db, shop));
    });
  }
}

/**
 * One of a hundred customers orders today: their facts and scores, in batches. Once without counting, for others: a
 * worker that has run for a while has its code ready and its connection knows the database's memory.
 */
async function day(): Promise<void> {
  await refreshOrders(await placeOrders(57));
  const placed = await placeOrders(7);
  await timed("day", () => refreshOrders(placed));
  tell("touched", placed.length);
}

/** An order of every hundredth customer, those whose number ends so. */
async function placeOrders(ending: number): Promise<TouchedOrder[]> {
  const { rows } = await pool.query<{ id: string; customer_id: string }>(
    `INSERT INTO "order" (shop_id, id, customer_id, name, processed_at, created_at, updated_at, test, financial_status,
        subtotal_minor, gift_card_minor, shipping_minor, tax_minor, total_minor, taxes_included)
      SELECT shop_id, 1000000000 + id, id, '#', now(), now(), now(), false, 'PAID', 4000, 0, 395, 0, 4395, true
      FROM customer WHERE shop_id = $1 AND id % 100 = $2
      RETURNING id, customer_id`,
    [shopId, ending],
  );
  return rows.map((row) => ({ orderId: toOrderId(row.id), customerId: toCustomerId(row.customer_id) }));
}

async function refreshOrders(placed: readonly TouchedOrder[]): Promise<void> {
  for (const orders of groupsOf(placed, REFRESH_BATCH)) {
    const customers = orders.map(({ customerId }) => customerId);
    await inTransaction((db, shop) => refreshFacts(db, shop, customers, orders));
  }
}

/** The jobs that look at a whole shop, and some of those that look at a few customers; a ladder is put in force between. */
async function jobs(): Promise<void> {
  await timed("shop.refresh", () => handlers["shop.refresh"]({ shopId, cause: "import" }));
  await prisma.$transaction((db) => publishPolicy(db, shopId));
  await timed("shop.refresh, a new ladder", () => handlers["shop.refresh"]({ shopId, cause: "policy" }));
  await timed("value.refresh", async () => {
    await prisma.$transaction((db) => forgetTouched(db, shopId));
    for (const [name, step] of Object.entries(VALUE_STEPS)) {
      await timed(`value.refresh: ${name}`, () => step(shopId));
    }
  });
  await timed("reports.make", () => handlers["reports.make"]({ shopId }));
  const some = await prisma.facts.findMany({
    where: { shopId },
    orderBy: { customerId: "asc" },
    take: FEW,
  });
  await timed("customers.refresh of 500", () => refreshCustomers(some));
  const busiest = await prisma.facts.findMany({
    where: { shopId },
    orderBy: { frequency: "desc" },
    take: FEW,
  });
  await timed("customers.refresh of the 500 with most orders", () => refreshCustomers(busiest));
}

async function refreshCustomers(some: readonly { customerId: bigint }[]): Promise<void> {
  const customerIds = some.map(({ customerId }) => customerId.toString());
  await handlers["customers.refresh"]({ shopId, customerIds });
}

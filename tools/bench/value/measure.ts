import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { pool, prisma } from "#app/db.server.ts";
import { dayOf } from "#app/platform/time.ts";
import { measureDuck } from "./duck.ts";
import { fillMirror } from "./fill-mirror.ts";
import { measureFits, type FitFigures } from "./fits.ts";
import { measurePages, type PageFigures } from "./pages.ts";
import { appDigest, measurePlain } from "./plain-statement.ts";
import type { Table } from "./spool.ts";

const run = promisify(execFile);
const TIME_ZONE = "Europe/London";
/** A shop of the size of Online Retail. */
const SMALL_CUSTOMERS = 4372;
const PAGE_ROUNDS = 5;

/** Seconds by the name of a step, and megabytes by `peakMb`. */
type Steps = Map<string, number>;

export type ValueFigures = {
  rows: Record<Table, number>;
  fillSeconds: number;
  plainSeconds: number;
  duckSeconds: number;
  rebuild: Steps;
  day: Steps;
  jobs: Steps;
  fits: FitFigures;
  pages: { large: PageFigures; small: PageFigures };
};

/** @throws Error where the app's facts and scores are not those of the plain statement, or of DuckDB. */
export async function measureValue(customers: number, seed: number): Promise<ValueFigures> {
  say(`Filling a shop of ${customers} customers …`);
  const start = performance.now();
  const { id, rows } = await fill(customers, seed);
  const fillSeconds = (performance.now() - start) / 1000;
  const small = await fill(SMALL_CUSTOMERS, seed);
  await pool.query('VACUUM (ANALYZE) product, customer, "order", order_line, refund');
  say("Rebuilding its facts and scores …");
  const rebuild = await inWorker(id, "rebuild");
  say("The same by a plain statement, and in DuckDB …");
  // Once without counting: the app's second rebuild has found the rows in memory too.
  await measurePlain(pool, id, TIME_ZONE);
  const plain = await measurePlain(pool, id, TIME_ZONE);
  const duck = await measureDuck(pool, id, TIME_ZONE);
  const own = await appDigest(pool, id, TIME_ZONE);
  for (const [name, { digest }] of Object.entries({ plain, duck })) {
    if (digest !== own) throw new Error(`Not the same scores: app ${own}, ${name} ${digest}`);
  }
  say("A day of a hundredth of the customers …");
  const day = await inWorker(id, "day");
  say("Fitting models …");
  const fits = await measureFits(pool, id, dayOf(new Date(), TIME_ZONE));
  say("Running a worker's jobs …");
  const jobs = await inWorker(id, "jobs");
  await inWorker(small.id, "jobs");
  await pool.query("VACUUM (ANALYZE)");
  say("Loading pages …");
  const pages = {
    large: await measurePages(id, PAGE_ROUNDS),
    small: await measurePages(small.id, PAGE_ROUNDS),
  };
  return {
    rows,
    fillSeconds,
    plainSeconds: plain.seconds,
    duckSeconds: duck.seconds,
    rebuild,
    day,
    jobs,
    fits,
    pages,
  };
}

function say(what: string): void {
  console.error(what);
}

async function fill(customers: number, seed: number) {
  const { id } = await prisma.shop.create({
    data: {
      domain: `bench-${customers}.myshopify.com`,
      name: "Bench",
      currency: "GBP",
      timeZone: TIME_ZONE,
    },
  });
  const openedOn = dayOf(new Date(), TIME_ZONE);
  const rows = await fillMirror(pool, { shopId: id, seed, customers, openedOn, timeZone: TIME_ZONE });
  await prisma.import.create({
    data: {
      shopId: id,
      state: "done",
      phase: "orders",
      customers,
      orders: rows.order,
      finishedAt: new Date(),
    },
  });
  return { id, rows };
}

const line = z.object({ name: z.string(), value: z.number() });

async function inWorker(shopId: number, step: "rebuild" | "day" | "jobs"): Promise<Steps> {
  const program = fileURLToPath(new URL("worker.ts", import.meta.url));
  const { stdout } = await run(process.execPath, [program, String(shopId), step], { maxBuffer: 1 << 24 });
  const lines = stdout.split("\n").filter((text) => text.startsWith('{"name"'));
  return new Map(lines.map((text) => line.parse(JSON.parse(text))).map(({ name, value }) => [name, value]));
}

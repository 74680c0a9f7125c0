import { parseArgs } from "node:util";
import { z } from "zod";
import { migrate } from "../app/platform/migrate.server.ts";
import { redirectShopify, SHOP_DOMAIN, startPracticeStore } from "../tests/support/practice-store.ts";
import { importReport, intakeReport, machineReport } from "./bench/report.ts";
import { valueReport } from "./bench/value/report.ts";
import { build } from "./build.ts";
import { Programs } from "./demo/programs.ts";
import { createDatabase, startCluster } from "./postgres/cluster.ts";

/**
 * Measures the import, the intake of webhooks, and what a large shop's value costs, each as a ratio to the least
 * that could do the same, or to a peer, in the same run on the same machine.
 */
const ROUNDS = 3;
const SECRET = "laurel-bench-secret";

const PARTS = ["import", "webhooks", "value"] as const;

const HELP = `How fast Laurel imports, takes webhooks and works out value, as ratios to the least that does the same.

  --only PART           import, webhooks or value; all of them without it
  --customers N         customers of the shop that is imported (default 1000)
  --requests N          webhooks a round (default 2000)
  --value-customers N   customers of the shop whose value is worked out (default 1100000: ten million orders)
  --seed N              which shop that is (default 1)`;

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "1000" },
    requests: { type: "string", default: "2000" },
    "value-customers": { type: "string", default: "1100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const positive = z.coerce.number().int().positive();
const options = z
  .object({
    customers: positive,
    requests: positive.min(10),
    "value-customers": positive.min(100),
    seed: z.coerce.number().int(),
    only: z.enum(PARTS).optional(),
  })
  .parse(values);
const parts = options.only === undefined ? PARTS : [options.only];

if (parts.includes("webhooks")) build();
const benches = { import: benchImport, webhooks: benchWebhooks, value: benchValue };
const cluster = await startCluster(process.cwd(), "tests");
const programs = new Programs(".data/bench/logs");
/** What is to be ended, the last first. */
const running: { stop: () => Promise<void> }[] = [cluster, programs];
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
}
try {
  await bench();
} finally {
  await tidyUp();
}

async function tidyUp(): Promise<void> {
  for (let next = running.pop(); next !== undefined; next = running.pop()) await next.stop();
}

async function bench(): Promise<void> {
  console.log(machineReport());
  // The app's modules read the environment when they are loaded, so they are loaded after this.
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: await createDatabase(cluster, "laurel_bench"),
    SHOPIFY_API_KEY: "laurel-bench-client",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: "http://127.0.0.1:3000",
    LOG_LEVEL: "error",
  });
  await migrate(cluster.url("laurel_bench"));
  const start = performance.now();
  for (const part of parts) await benches[part]();
  const { pool, prisma } = await import("#app/db.server.ts");
  await Promise.all([pool.end(), prisma.$disconnect()]);
  console.log(`\nAll of it took ${Math.round((performance.now() - start) / 1000)} s.`);
}

async function benchImport(): Promise<void> {
  const { measureImport } = await import("./bench/import.ts");
  console.error(`Opening a shop of ${options.customers} customers …`);
  const store = await startPracticeStore(["--customers", String(options.customers)]);
  running.push(store);
  redirectShopify(store);
  console.error("Importing it …");
  console.log(importReport(await measureImport(store, ROUNDS), ROUNDS));
  await store.stop();
  running.pop();
}

async function benchWebhooks(): Promise<void> {
  const { measureIntake } = await import("./bench/intake.ts");
  const { prisma } = await import("#app/db.server.ts");
  // The import has installed the app, where it was measured before.
  const shop = { domain: SHOP_DOMAIN, name: "Bench", currency: "GBP", timeZone: "Europe/London" };
  await prisma.shop.upsert({ where: { domain: SHOP_DOMAIN }, create: shop, update: {} });
  console.error("Sending webhooks …");
  const load = { shopDomain: SHOP_DOMAIN, secret: SECRET, requests: options.requests, connections: 10 };
  console.log(intakeReport(await measureIntake(programs, process.env, load, ROUNDS), load, ROUNDS));
}

async function benchValue(): Promise<void> {
  const { measureValue } = await import("./bench/value/measure.ts");
  console.log(valueReport(await measureValue(options["value-customers"], options.seed)));
}

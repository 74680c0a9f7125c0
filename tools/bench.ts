import { parseArgs } from "node:util";
import { z } from "zod";
import { migrate } from "../app/platform/migrate.server.ts";
import { redirectShopify, SHOP_DOMAIN, startPracticeStore } from "../tests/support/practice-store.ts";
import { importReport, intakeReport, machineReport } from "./bench/report.ts";
import { build } from "./build.ts";
import { Programs } from "./demo/programs.ts";
import { createDatabase, startCluster } from "./postgres/cluster.ts";

/**
 * Measures the import and the intake of webhooks, each as a ratio to the least that could do the same, in
 * the same run on the same machine.
 */
const ROUNDS = 3;

const HELP = `How fast Laurel imports and takes webhooks, as ratios to a bare COPY and a bare Express route.

  --customers N   customers of the shop that is imported (default 1000)
  --requests N    webhooks a round (default 2000)`;

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "1000" },
    requests: { type: "string", default: "2000" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const positive = z.coerce.number().int().positive();
const { customers, requests } = z.object({ customers: positive, requests: positive.min(10) }).parse(values);

build();
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
  const secret = "laurel-bench-secret";
  // The app's modules read the environment when they are loaded, so they are loaded after this.
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: await createDatabase(cluster, "laurel_bench"),
    SHOPIFY_API_KEY: "laurel-bench-client",
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_APP_URL: "http://127.0.0.1:3000",
    LOG_LEVEL: "warn",
  });
  await migrate(cluster.url("laurel_bench"));
  const { measureImport } = await import("./bench/import.ts");
  const { measureIntake } = await import("./bench/intake.ts");
  const { pool, prisma } = await import("#app/db.server.ts");

  console.error(`Opening a shop of ${customers} customers …`);
  const store = await startPracticeStore(["--customers", String(customers)]);
  running.push(store);
  redirectShopify(store);
  console.error("Importing it …");
  console.log(importReport(await measureImport(store, ROUNDS), ROUNDS));
  await store.stop();
  running.pop();

  console.error("Sending webhooks …");
  const load = { shopDomain: SHOP_DOMAIN, secret, requests, connections: 10 };
  console.log(intakeReport(await measureIntake(programs, process.env, load, ROUNDS), load, ROUNDS));
  await Promise.all([pool.end(), prisma.$disconnect()]);
}

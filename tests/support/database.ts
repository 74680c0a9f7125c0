import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { TEMPLATE } from "./cluster.ts";

/** Gives the test file a migrated database of its own, before the app's modules read the environment. */
const adminUrl = inject("adminUrl");
const name = `laurel_test_${randomUUID().replaceAll("-", "")}`;
await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);

const url = new URL(adminUrl);
url.pathname = `/${name}`;
Object.assign(process.env, {
  DATABASE_URL: url.href,
  SHOPIFY_API_KEY: "test-client",
  SHOPIFY_API_SECRET: "test-secret",
  SHOPIFY_APP_URL: "http://127.0.0.1:3000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
});

afterAll(async () => {
  const { pool, prisma } = await import("#app/db.server.ts");
  await Promise.all([pool.end(), prisma.$disconnect()]);
  await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Two files that copy the template at the same time: the second waits its turn.
    await client.query("SELECT pg_advisory_lock(1)");
    await client.query(sql);
  } finally {
    await client.end();
  }
}

import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../app/platform/migrate.server.ts";
import { createDatabase, startCluster } from "../../tools/postgres/cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A database of the tests' PostgreSQL in which others can be made. */
    adminUrl: string;
  }
}

/** The migrated database of which each test file gets a copy. */
export const TEMPLATE = "laurel_template";

/** Once for all server tests: a PostgreSQL (TEST_DATABASE_URL's, else an embedded one) with a template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const cluster = outside === undefined ? await startCluster(process.cwd(), "tests") : undefined;
  const adminUrl = cluster === undefined ? String(outside) : await createDatabase(cluster, "laurel_admin");
  await remakeTemplate(adminUrl);
  project.provide("adminUrl", adminUrl);
  return async () => {
    await cluster?.stop();
  };
}

async function remakeTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href);
}

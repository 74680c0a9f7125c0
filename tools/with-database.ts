import { spawn } from "node:child_process";
import { build } from "./build.ts";
import { createDatabase, startCluster } from "./postgres/cluster.ts";

/**
 * Runs a program of the app with a database: DATABASE_URL's where it is set, else the embedded one, which
 * ends when the last program that uses it does.
 */
const [program, ...args] = process.argv.slice(2);
if (program === undefined) throw new Error("Usage: node tools/with-database.ts <program.ts> [arguments]");

build();
const given = process.env.DATABASE_URL;
const cluster = given === undefined ? await startCluster(process.cwd(), "keep") : undefined;
const url = cluster === undefined ? given : await createDatabase(cluster, "laurel");

const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
  stdio: "inherit",
  env: { ...process.env, DATABASE_URL: url },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => void finish(code ?? 1));

async function finish(code: number): Promise<void> {
  await cluster?.stopIfUnused();
  process.exit(code);
}

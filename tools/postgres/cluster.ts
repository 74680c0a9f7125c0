import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile, chown } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { placeOf, type Place } from "./place.ts";

const run = promisify(execFile);

/** A running PostgreSQL, and how to end it. */
export type Cluster = {
  /** The URL of one of its databases. */
  url(database: string): string;
  /** True when it ran already: somebody else's to stop. */
  alreadyRunning: boolean;
  /** Drops a database with whoever is connected to it; nothing happens where there is none. */
  dropDatabase(database: string): Promise<void>;
  stop(): Promise<void>;
  /** Stops it unless another program is connected. */
  stopIfUnused(): Promise<void>;
};

/** `tests`: forgets crash safety for speed; its data is made anew at each start. */
export type Purpose = "keep" | "tests";

/**
 * Starts the embedded PostgreSQL of this checkout, or finds it running. It listens on 127.0.0.1 only,
 * on a free port, with a password of its own.
 */
export async function startCluster(projectDir: string, purpose: Purpose): Promise<Cluster> {
  const name = purpose === "keep" ? "postgres" : `postgres-tests-${process.pid}`;
  const place = placeOf(projectDir, name);
  const running = await runningPort(place);
  if (running === undefined) {
    if (!existsSync(path.join(place.dataDir, "PG_VERSION"))) await initialise(place);
    await start(place, await freePort(), purpose);
  }
  const port = running ?? (await runningPort(place));
  if (port === undefined) throw new Error(`PostgreSQL did not start; its log is ${logFile(place)}`);
  const password = readFileSync(passwordFile(place), "utf8").trim();
  const url = (database: string): string => `postgresql://laurel:${password}@127.0.0.1:${port}/${database}`;
  const stop = async (): Promise<void> => {
    await control(place, ["stop", "-m", "fast", "-w"]);
    if (purpose === "tests") rmSync(place.dataDir, { recursive: true, force: true });
  };
  return {
    url,
    alreadyRunning: running !== undefined,
    dropDatabase: async (database) => {
      await ask(url("postgres"), `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
    },
    stop,
    stopIfUnused: async () => {
      const others = await ask(url("postgres"), OTHER_CONNECTIONS);
      if (others === 0) await stop();
    },
  };
}

const OTHER_CONNECTIONS = `SELECT 1 FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;

/** Runs one statement on a connection of its own; the number of rows it gave. */
async function ask(url: string, sql: string, values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Creates the database where it is missing. */
export async function createDatabase(cluster: Cluster, database: string): Promise<string> {
  const found = await ask(cluster.url("postgres"), "SELECT 1 FROM pg_database WHERE datname = $1", [
    database,
  ]);
  if (found === 0) await ask(cluster.url("postgres"), `CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  return cluster.url(database);
}

const logFile = (place: Place): string => path.join(place.dataDir, "server.log");
const passwordFile = (place: Place): string => path.join(place.dataDir, "laurel-password");

async function initialise(place: Place): Promise<void> {
  await mkdir(place.dataDir, { recursive: true });
  // initdb wants an empty folder, so the password waits beside it.
  const waiting = `${place.dataDir}.password`;
  await writeFile(waiting, randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (place.runAs !== undefined) await chown(waiting, place.runAs.uid, place.runAs.gid);
  try {
    const options = [
      "--auth=scram-sha-256",
      "--username=laurel",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ];
    await program(place, "initdb", ["-D", place.dataDir, `--pwfile=${waiting}`, ...options]);
    const password = readFileSync(waiting);
    await writeFile(passwordFile(place), password, { mode: 0o600 });
    if (place.runAs !== undefined) await chown(passwordFile(place), place.runAs.uid, place.runAs.gid);
  } finally {
    rmSync(waiting, { force: true });
  }
}

async function start(place: Place, port: number, purpose: Purpose): Promise<void> {
  const safety = purpose === "tests" ? " -c fsync=off -c full_page_writes=off -c synchronous_commit=off" : "";
  const memory = " -c shared_buffers=256MB -c max_wal_size=4GB -c max_connections=200";
  const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''${memory}${safety}`;
  try {
    await control(place, ["start", "-w", "-t", "60", "-l", logFile(place), "-o", flags]);
  } catch (cause) {
    throw new Error(`PostgreSQL did not start; its log is ${logFile(place)}`, { cause });
  }
}

/** The port of a postmaster that is alive on this data folder. */
async function runningPort(place: Place): Promise<number | undefined> {
  const pidFile = path.join(place.dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const port = Number(readFileSync(pidFile, "utf8").split("\n")[3]);
  const alive = await control(place, ["status"]).then(
    () => true,
    () => false,
  );
  return alive && port > 0 ? port : undefined;
}

async function control(place: Place, args: readonly string[]): Promise<void> {
  await program(place, "pg_ctl", ["-D", place.dataDir, "-s", ...args]);
}

async function program(place: Place, name: string, args: readonly string[]): Promise<void> {
  await run(path.join(place.binDir, name), [...args], {
    ...place.runAs,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

import { rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { build } from "./build.ts";
import { HELP, readOptions, type DemoOptions } from "./demo/options.ts";
import { openApp } from "./demo/open-app.ts";
import { answers, finished, firstJsonLine, Programs } from "./demo/programs.ts";
import { createDatabase, startCluster, type Cluster } from "./postgres/cluster.ts";

const HOOK = path.resolve("practice-store/hook.mjs");
const CREDENTIALS = {
  SHOPIFY_API_KEY: "laurel-practice-client",
  SHOPIFY_API_SECRET: "laurel-practice-secret",
};
const storeAddresses = z.object({ storefront: z.url(), admin: z.url(), adminApi: z.url() });

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const data = path.resolve(".data", options.name);
const database = `laurel_${options.name}`;
const programs = new Programs(path.join(data, "logs"));
let cluster: Cluster | undefined;
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void finish(0));
programs.onUnexpectedEnd = (name) =>
  void finish(1, `${name} ended unexpectedly; ${programs.lastWords(name)}`);

try {
  await start(options);
} catch (error) {
  await finish(1, error instanceof Error ? error.message : String(error));
}

async function start({ appPort, storePort, ...rest }: DemoOptions): Promise<void> {
  build();
  cluster = await startCluster(process.cwd(), "keep");
  if (rest.fresh) await startOver(cluster);
  const databaseUrl = await createDatabase(cluster, database);
  const app = `http://127.0.0.1:${appPort}`;
  const store = await startStore(storePort, app, rest);

  say("Starting the app …");
  const env = {
    ...process.env,
    ...CREDENTIALS,
    DATABASE_URL: databaseUrl,
    SHOPIFY_APP_URL: app,
    PORT: String(appPort),
    PRACTICE_STORE_URL: new URL(store.adminApi).origin,
    APP_BRIDGE_URL: new URL("/practice/app-bridge.js", store.admin).href,
  };
  programs.start("web", ["--import", HOOK, "app/web.server.ts"], env);
  await answers(`${app}/healthz`, 60);
  programs.start("worker", ["--import", HOOK, "app/jobs/worker.server.ts"], env);
  if (rest.approve) {
    say("Installing, reading the history, writing back …");
    await openApp(app, store.admin);
    await finished(programs.start("approve", ["tools/demo/approve.ts"], env), programs.logFile("approve"));
  }
  announce(app, store);
}

/** Starts the practice store and waits until its shop stands. */
async function startStore(
  port: number,
  app: string,
  rest: Omit<DemoOptions, "appPort" | "storePort">,
): Promise<z.infer<typeof storeAddresses>> {
  say("Opening the practice store …");
  const given = [
    ...(rest.data === undefined ? [] : ["--data", path.resolve(rest.data)]),
    ...(rest.customers === undefined ? [] : ["--customers", rest.customers]),
    ...(rest.seed === undefined ? [] : ["--seed", rest.seed]),
    ...(rest.fresh ? ["--fresh"] : []),
    // Shopify waits a minute before it tries a webhook again; a demo need not.
    ...["--webhook-time-scale", "0.05"],
  ];
  const args = [
    "practice-store/main.ts",
    "--port",
    String(port),
    "--dir",
    path.join(data, "practice-store"),
    "--app-url",
    app,
    ...given,
  ];
  const child = programs.start("practice-store", ["--max-old-space-size=4096", ...args], {
    ...process.env,
    ...CREDENTIALS,
  });
  try {
    return storeAddresses.parse(await firstJsonLine(child, 120));
  } catch (cause) {
    throw new Error(`The practice store did not open; ${programs.lastWords("practice-store")}`, { cause });
  }
}

async function startOver(running: Cluster): Promise<void> {
  rmSync(path.join(data, "practice-store"), { recursive: true, force: true });
  await running.dropDatabase(database);
}

function announce(app: string, store: z.infer<typeof storeAddresses>): void {
  if (options.json) {
    console.log(JSON.stringify({ app, ...store, ready: true }));
    return;
  }
  console.log(`
Laurel is ready.
  Admin        ${store.admin}       the shop's admin with Laurel in it: start here
  Storefront   ${store.storefront}  log in as any customer with one click
  Admin API    ${store.adminApi}    X-Shopify-Access-Token: practice-owner
  App          ${app}               answers inside the admin only
  Logs         ${path.relative(process.cwd(), path.join(data, "logs"))}
Ctrl-C ends everything; npm run demo -- --fresh starts over.`);
}

function say(text: string): void {
  if (!options.json) console.error(text);
}

async function finish(code: number, message?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (message !== undefined) console.error(message);
  await programs.stop();
  // Several demos may share it: the last one out turns off the light.
  await cluster?.stopIfUnused().catch(() => undefined);
  process.exit(code);
}

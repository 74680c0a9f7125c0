import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Router } from "express";
import { Admin } from "./admin/admin.ts";
import { adminRoutes } from "./admin/routes.ts";
import { API_VERSION } from "./admin/schema.ts";
import { type AdminSettings, defaultSettings } from "./admin/settings.ts";
import { themePart } from "./admin/reads/themes.ts";
import { writesPart } from "./admin/writes/index.ts";
import { controlRoutes } from "./controls/routes.ts";
import { openShop } from "./data/open.ts";
import { createFaults } from "./faults/faults.ts";
import { frameRoutes } from "./frame/routes.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { SegmentMembership } from "./segments/membership.ts";
import { createPracticeServer, listen } from "./server.ts";
import { themeFiles } from "./storefront/blocks/theme-files.ts";
import { storefrontRoutes } from "./storefront/routes.ts";
import { themeEditorRoutes } from "./storefront/theme-editor.ts";
import { readAppToml } from "./webhooks/app-toml.ts";
import { startWebhooks } from "./webhooks/start.ts";

const projectDir = fileURLToPath(new URL("..", import.meta.url));

const CREDENTIALS = {
  clientId: process.env.SHOPIFY_API_KEY ?? "laurel-practice-client",
  secret: process.env.SHOPIFY_API_SECRET ?? "laurel-practice-secret",
};

/** What is kept beside the shop itself: the app's tokens, files of bulk operations, the theme, waiting webhooks. */
const KEPT_BESIDE = ["app-access.json", "bulk", "staged", "theme", "webhooks.jsonl"];

function sourceOf({ data, seed, customers }: Options) {
  if (data !== undefined) return { kind: "file", path: resolve(data) } as const;
  return { kind: "generated", seed, customers } as const;
}

/** The app as its configuration declares it now, less what Shopify did not approve. */
function declaredApp(options: Options) {
  const declared = readAppToml(options["app-config"] ?? join(projectDir, "shopify.app.toml"));
  const scopes = declared.scopes.filter((scope) => !options["without-scopes"].includes(scope));
  return { ...declared, scopes, clientId: CREDENTIALS.clientId };
}

function settingsOf(options: Options): AdminSettings {
  return {
    ...defaultSettings(),
    ordersWindowDays: options["orders-window-days"],
    personalData: !options["no-personal-data"],
  };
}

async function openDir(options: Options) {
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true });
  const { fresh } = options;
  if (fresh) for (const name of KEPT_BESIDE) rmSync(join(dir, name), { recursive: true, force: true });
  const today = new Date().toISOString().slice(0, 10);
  return { dir, shop: await openShop({ dir, source: sourceOf(options), fresh, today }) };
}

async function start(options: Options): Promise<() => Promise<void>> {
  const { dir, shop: opened } = await openDir(options);
  const { store } = opened;
  console.error(JSON.stringify(opened.report));

  const clock = () => new Date();
  const app = () => declaredApp(options);
  const { apiVersion, subscriptions, complianceTopics, handle, name } = app();
  const appUrl = options["app-url"];
  const settings = settingsOf(options);
  const faults = createFaults(options.seed, settings);
  const segments = new SegmentMembership(store, { delayMs: options["segment-delay-ms"], clock });
  const routes = Router();
  const server = createPracticeServer([routes]);
  const url = `http://127.0.0.1:${await listen(server, options.port)}`;

  const parts = [writesPart, themePart(() => themeFiles(dir))];
  const admin = new Admin({ dir, store, clock, segments, settings, app, baseUrl: () => url, parts });
  const installation = () => admin.access.installation;
  const uninstall = () => admin.uninstall();
  if (installation() !== null) admin.install();
  const webhooks = startWebhooks({
    store,
    subscriptions: [...subscriptions, ...complianceTopics],
    secret: CREDENTIALS.secret,
    apiVersion,
    targetUrl: appUrl,
    clock,
    faults,
    timeScale: options["webhook-time-scale"],
    installed: () => installation() !== null,
    pendingPath: join(dir, "webhooks.jsonl"),
  });
  const shop = { store, clock, segments };
  const frame = { ...CREDENTIALS, appUrl, appHandle: handle, appTitle: name, practiceUrl: url };
  const storefront = { ...shop, dir, extensionsDir: join(projectDir, "extensions"), app: installation };
  routes.use(adminRoutes({ admin, credentials: CREDENTIALS, random: faults.random }));
  routes.use(frameRoutes({ ...shop, ...frame }));
  routes.use(controlRoutes({ ...shop, faults, webhooks, installation, uninstall }));
  routes.use(themeEditorRoutes(storefront));
  routes.use(storefrontRoutes(storefront));

  const adminApi = `${url}/admin/api/${API_VERSION}/graphql.json`;
  console.log(JSON.stringify({ storefront: url, admin: `${url}/admin`, adminApi, ready: true }));
  return async () => {
    webhooks.stop();
    server.closeAllConnections();
    server.close();
    await opened.close();
  };
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else {
    const stop = await start(options);
    for (const signal of ["SIGINT", "SIGTERM"])
      process.once(signal, () => void stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { migrate } from "#app/platform/migrate.server.ts";

await migrate(env.DATABASE_URL);

const built = new URL("../build/server/index.js", import.meta.url).href;
const build: unknown = await import(built);
if (!isServerBuild(build)) throw new Error(`${built} is not a Remix build: run npm run build.`);

const app = express();
app.disable("x-powered-by");
app.use(compression());
app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
app.use(express.static("build/client", { maxAge: "1h" }));
const handle = createRequestHandler({ build, mode: "production" });
app.all("*", (request, response, next) => void handle(request, response, next));

const server = app.listen(env.PORT, env.HOST, () => logger.info({ port: env.PORT }, "web is up"));
// Longer than a proxy in front keeps an idle connection, so that it never writes to a closed one.
server.keepAliveTimeout = 65_000;

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

function isServerBuild(module: unknown): module is ServerBuild {
  return typeof module === "object" && module !== null && "routes" in module && "entry" in module;
}

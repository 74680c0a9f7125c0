import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { migrate } from "#app/platform/migrate.server.ts";
import { handlers } from "./handlers/all.server.ts";
import { runWorker } from "./run-worker.server.ts";

await migrate(env.DATABASE_URL);
const runner = await runWorker(handlers);
logger.info("worker is up");

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void runner.stop());

// Jobs that run when the signal comes get some seconds to end; what they leave undone, another run goes on with.
await runner.promise;
process.exit(0);

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { build } from "./build.ts";
import { ensureChromium } from "./chromium.ts";

/** Runs every test there is; arguments are handed to the runner. The last line counts them. */
const report = "test-output/report.json";
const counts = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

build();
const chromium = ensureChromium();
rmSync("test-output", { recursive: true, force: true });
mkdirSync("test-output", { recursive: true });

const run = spawnSync("vitest", ["run", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, LAUREL_TEST_REPORT: report, CHROMIUM_PATH: chromium },
});
const result = counts.parse(JSON.parse(readFileSync(report, "utf8")));
const skipped = result.numPendingTests + result.numTodoTests;
// A file that could not even be loaded counts no test: never say that nothing failed then.
const failed = run.status === 0 ? result.numFailedTests : Math.max(1, result.numFailedTests);
console.log(`${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exit(run.status ?? 1);

import { spawnSync } from "node:child_process";
import { build } from "./build.ts";

/** Every check of the code, then every test. Stops at the end, not at the first that fails. */
const CHECKS = [
  ["types", "npm", "run", "--silent", "types"],
  ["lint", "npm", "run", "--silent", "lint"],
  ["format", "npm", "run", "--silent", "format:check"],
  ["dependency rules", "npm", "run", "--silent", "rules"],
  ["dead code", "npm", "run", "--silent", "dead"],
  ["generated code is current", "npm", "run", "--silent", "generated:check"],
] as const;

build();
const failed = CHECKS.filter(([name, command, ...args]) => {
  console.log(`\n— ${name}`);
  return spawnSync(command, args, { stdio: "inherit" }).status !== 0;
}).map(([name]) => name);

const onlyChecks = process.argv.includes("--no-tests");
const tests = onlyChecks ? { status: 0 } : spawnSync("npm", ["test"], { stdio: "inherit" });
if (failed.length > 0) console.error(`These checks failed: ${failed.join(", ")}.`);
process.exit(failed.length > 0 ? 1 : (tests.status ?? 1));

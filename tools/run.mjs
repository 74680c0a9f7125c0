// Runs a tool with nothing set up but git and Node 20 or newer: installs the dependencies when they are
// missing or out of date, then hands over to the Node that the project brings along.
// Plain JavaScript without imports of ours: an older Node must be able to read it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, "node_modules", ".laurel-installed");
const lockHash = createHash("sha256")
  .update(readFileSync(path.join(root, "package-lock.json")))
  .digest("hex");

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) fail(`Node 20 or newer is needed to start; this is ${process.version}.`);

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lockHash) install();

const bin = path.join(root, "node_modules", ".bin");
const own = path.join(bin, "node");
const node = existsSync(own) && major < 22 ? own : process.execPath;
const [tool, ...args] = process.argv.slice(2);
if (tool === undefined) fail("Usage: node tools/run.mjs <tool.ts> [arguments]");

const child = spawn(node, ["--disable-warning=ExperimentalWarning", path.join(root, tool), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` },
});
// The terminal sends Ctrl-C to the whole group; a kill sent to this process alone is passed on.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));

function install() {
  console.error("Installing dependencies (once; one to two minutes) …");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // npm's words go to standard error: with --json only the answer may stand on standard output.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    env: { ...process.env, npm_config_engine_strict: "false" },
  });
  if (done.status !== 0) fail("npm ci failed; its messages are above. Is the npm registry reachable?");
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

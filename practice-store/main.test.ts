import { type ChildProcess, spawn } from "node:child_process";
import { type EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

const MAIN = join(import.meta.dirname, "main.ts");

const dir = mkdtempSync(join(tmpdir(), "practice-main-"));

afterAll(() => rmSync(dir, { recursive: true }));

const readyLine = z.object({
  storefront: z.url(),
  admin: z.url(),
  adminApi: z.url(),
  ready: z.literal(true),
});

async function first(emitter: EventEmitter, event: string): Promise<unknown> {
  const values: unknown[] = await once(emitter, event);
  return values[0];
}

async function start(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, "--dir", dir, "--port", "0", "--customers", "40", ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const line = await first(child.stdout, "data");
  return { child, ready: readyLine.parse(JSON.parse(String(line))) };
}

async function stop(child: ChildProcess): Promise<unknown> {
  child.kill("SIGTERM");
  return first(child, "exit");
}

async function graphql(adminApi: string, query: string): Promise<unknown> {
  const response = await fetch(adminApi, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": "practice-owner" },
    body: JSON.stringify({ query }),
  });
  return z.object({ data: z.unknown() }).parse(await response.json()).data;
}

describe("the practice store as a program", () => {
  it("says where it is in one line, ends cleanly and opens the same shop again", async () => {
    const opened = await start();
    const { adminApi, admin, storefront } = opened.ready;
    expect(await graphql(adminApi, "{ customersCount { count } }")).toEqual({
      customersCount: { count: 40 },
    });
    expect((await fetch(admin)).status).toBe(200);
    expect((await fetch(storefront)).status).toBe(200);
    const query = "{ customers(first: 1) { nodes { id tags } } orders(first: 3) { nodes { name } } }";
    const before = await graphql(adminApi, query);
    const segment = `mutation { segmentCreate(name: "Kept", query: "customer_tags CONTAINS 'x'") { segment { name } } }`;
    await graphql(adminApi, segment);
    expect(await stop(opened.child)).toBe(0);

    const reopened = await start();
    expect(await graphql(reopened.ready.adminApi, query)).toEqual(before);
    expect(await graphql(reopened.ready.adminApi, "{ segments(first: 5) { nodes { name } } }")).toEqual({
      segments: { nodes: [{ name: "Kept" }] },
    });
    expect(await stop(reopened.child)).toBe(0);

    const fresh = await start("--fresh");
    expect(await graphql(fresh.ready.adminApi, "{ segmentsCount { count } }")).toEqual({
      segmentsCount: { count: 0 },
    });
    expect(await stop(fresh.child)).toBe(0);
  });

  it("says what is wrong with its options", async () => {
    const child = spawn(process.execPath, [MAIN, "--port", "high"], { stdio: ["ignore", "ignore", "pipe"] });
    const text = await first(child.stderr, "data");
    expect(String(text)).toMatch(/port/);
    expect(child.exitCode ?? (await first(child, "exit"))).toBe(1);
  });
});

import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Customer } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import { openShop, type OpenOptions } from "./open.ts";

const GENERATED = { kind: "generated", seed: 3, customers: 40 } as const;
const FILE = {
  kind: "file",
  path: fileURLToPath(new URL("fixtures/online_retail.csv", import.meta.url)),
} as const;

function options(changes: Partial<OpenOptions> = {}): OpenOptions {
  const dir = mkdtempSync(join(tmpdir(), "practice-shop-"));
  return { dir, source: GENERATED, fresh: false, today: "2026-03-01", ...changes };
}

function everything(store: ShopStore): unknown {
  return Object.fromEntries(
    Object.entries(store.tables).map(([kind, table]) => [
      kind,
      [...table.values()].toSorted((a: { id: number }, b: { id: number }) => a.id - b.id),
    ]),
  );
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function firstCustomer(store: ShopStore): Customer {
  const [customer] = store.tables.customers.values();
  if (customer === undefined) throw new Error("The shop has no customer");
  return customer;
}

describe("openShop", () => {
  it("makes a shop with orders numbered in the order of their times", async () => {
    const { store, report, close } = await openShop(options());
    await close();
    const orders = [...store.tables.orders.values()];
    expect(report).toMatchObject({ customers: 40, orders: orders.length, leftOutCount: 0, replayed: 0 });
    expect(orders.map(({ name }) => name)).toEqual(orders.map((_, place) => `#${String(1001 + place)}`));
    expect(orders.map(({ createdAt }) => createdAt)).toEqual(orders.map((one) => one.createdAt).toSorted());
  });

  it.each([
    ["generated", GENERATED],
    ["file", FILE],
  ])(
    "shows the same %s shop with all that was changed when opened again, even on a later day",
    async (_, source) => {
      const asked = options({ source });
      const first = await openShop(asked);
      const { store } = first;
      const customer = firstCustomer(store);
      const added = { id: store.nextId(), name: "Gold", query: "", createdAt: "", updatedAt: "" };
      store.put("customers", { ...customer, tags: ["tier:gold"] });
      store.put("segments", added);
      store.put("segments", { ...added, id: store.nextId(), name: "Gone" });
      store.remove("segments", added.id + 1);
      store.put("segments", { ...added, name: "Renamed" });
      await first.close();

      const second = await openShop({ ...asked, today: "2026-06-15" });
      expect(second.report.replayed).toBe(5);
      expect(second.store.shop).toEqual(store.shop);
      expect(everything(second.store)).toEqual(everything(store));
      expect(second.store.nextId()).toBeGreaterThan(added.id + 1);
      await second.close();
    },
  );

  it("never gives an id out again that was given out before, journalled or not", async () => {
    const asked = options();
    const first = await openShop(asked);
    const unrecorded = first.store.nextId();
    await first.close();
    const second = await openShop(asked);
    expect(second.store.nextId()).toBeGreaterThan(unrecorded);
    await second.close();
  });

  it("writes changes within a moment, without being closed", async () => {
    const asked = options();
    const { store, close } = await openShop(asked);
    store.put("customers", { ...firstCustomer(store), note: "kept" });
    await expect.poll(() => readIfThere(join(asked.dir, "journal.jsonl"))).toContain('"note":"kept"');
    await close();
  });

  it("goes on after the last whole change where the journal was cut off", async () => {
    const asked = options();
    const first = await openShop(asked);
    first.store.put("customers", { ...firstCustomer(first.store), note: "whole" });
    await first.close();
    appendFileSync(join(asked.dir, "journal.jsonl"), '{"kind":"customers","record":{"id":76');

    const second = await openShop(asked);
    expect(second.report.replayed).toBe(1);
    const customer = { ...firstCustomer(second.store), note: "after" };
    second.store.put("customers", customer);
    await second.close();

    const third = await openShop(asked);
    expect(third.report.replayed).toBe(2);
    expect(third.store.get("customers", customer.id)?.note).toBe("after");
    await third.close();
  });

  it("starts over when asked to, on the new day and without what was changed", async () => {
    const asked = options();
    const first = await openShop(asked);
    first.store.put("customers", { ...firstCustomer(first.store), note: "lost" });
    await first.close();
    const again = await openShop({ ...asked, fresh: true, today: "2026-03-05" });
    expect(again.report.replayed).toBe(0);
    expect(again.store.shop.openedOn).toBe("2026-03-05");
    await again.close();
  });

  it.each([
    ["another seed", { source: { ...GENERATED, seed: 4 } }, "not from seed 4 with 40 customers"],
    ["another size", { source: { ...GENERATED, customers: 41 } }, "not from seed 3 with 41 customers"],
    ["a file", { source: FILE }, "not from the file online_retail.csv"],
  ])("refuses to put another shop in its place: %s", async (_, change, message) => {
    const asked = options();
    await (await openShop(asked)).close();
    await expect(openShop({ ...asked, ...change })).rejects.toThrow(message);
    await (await openShop(asked)).close();
  });

  it("takes a file for the same wherever it lies, but not when its content changed", async () => {
    const asked = options();
    const path = join(asked.dir, "copy.csv");
    writeFileSync(path, readFileSync(FILE.path));
    await (await openShop({ ...asked, source: FILE })).close();
    await (await openShop({ ...asked, source: { kind: "file", path } })).close();
    appendFileSync(path, "\n");
    await expect(openShop({ ...asked, source: { kind: "file", path } })).rejects.toThrow("--fresh");
  });

  it("keeps the shop it has when a fresh one cannot be made", async () => {
    const asked = options();
    const first = await openShop(asked);
    first.store.put("customers", { ...firstCustomer(first.store), note: "kept" });
    await first.close();
    const missing = { kind: "file", path: "/nowhere.csv" } as const;
    await expect(openShop({ ...asked, fresh: true, source: missing })).rejects.toThrow("/nowhere.csv");
    const second = await openShop(asked);
    expect(firstCustomer(second.store).id).toBe(firstCustomer(first.store).id);
    expect(second.report.replayed).toBe(1);
    await second.close();
  });

  it.each([
    ["journal.jsonl", "nonsense\n", "line 1 is no change"],
    ["shop.json", "{}", "damaged"],
  ])("says so when %s is damaged", async (file, content, message) => {
    const asked = options();
    await (await openShop(asked)).close();
    writeFileSync(join(asked.dir, file), content);
    await expect(openShop(asked)).rejects.toThrow(message);
  });

  it("lists every row of a file that it left out", async () => {
    const { report, store, close } = await openShop(options({ source: FILE }));
    await close();
    expect(report.leftOutCount).toBe(10);
    expect(report.leftOut[0]?.line).toBe(8);
    expect(readFileSync(report.leftOutFile ?? "", "utf8").split("\n")).toHaveLength(12);
    expect(store.shop).toMatchObject({ currencyCode: "GBP", createdAt: "2026-02-24T08:26:00Z" });
  });
});

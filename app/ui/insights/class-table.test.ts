import { describe, expect, it } from "vitest";
import { classTable } from "./class-table.ts";
import { lastFullMonth, returningShare } from "./returning-share.ts";

const cell = (month: string, name: string, netMinor: number, customers: number) => ({
  ...{ month, class: name, netMinor, customers },
});
const months = ["2026-09", "2026-10", "2026-11"];
const classes = [
  { key: "gold", name: "Gold" },
  { key: "base", name: "Base" },
  { key: "empty", name: "Nobody" },
];
const cells = [
  cell("2026-09", "gold", 300, 2),
  cell("2026-09", "base", 100, 5),
  cell("2026-11", "base", 200, 1),
  cell("2026-11", "old", 600, 1),
];

describe("the table of classes", () => {
  const table = classTable({ cells, knownSince: "2026-10-31" }, months, classes);

  it("has a row for each class that occurs, also for one the ladder no longer has", () => {
    expect(table.rows.map(({ name }) => name)).toEqual(["Gold", "Base", "old"]);
    expect(table.rows[1]?.cells).toEqual([
      { netMinor: 100, customers: 5 },
      { netMinor: 0, customers: 0 },
      { netMinor: 200, customers: 1 },
    ]);
    expect(table.months.map(({ netMinor }) => netMinor)).toEqual([400, 0, 800]);
  });

  it("knows the classes from the month at whose end something was known", () => {
    expect(table.months.map(({ known }) => known)).toEqual([false, true, true]);
    expect(table.months.map(({ over }) => over)).toEqual([true, true, false]);
    const unknown = classTable({ cells, knownSince: null }, months, classes);
    expect(unknown.months.map(({ known }) => known)).toEqual([false, false, false]);
  });

  it("says which class brought the most", () => {
    expect(table.best("2026-09")).toEqual({ name: "Gold", share: 0.75 });
    expect(table.best("2026-10")).toBeNull();
    expect(table.best("2026-11")).toEqual({ name: "old", share: 0.75 });
  });
});

it("the last month that is over is the one before the current", () => {
  expect(lastFullMonth(months)).toBe("2026-10");
  expect(lastFullMonth(["2026-11"])).toBe("2026-11");
  expect(lastFullMonth<string>([])).toBeUndefined();
});

it("the share of returning customers is of everything in the month", () => {
  const bought = (customers: number, orders: number, netMinor: number) => ({ customers, orders, netMinor });
  const month = { month: "2026-10", new: bought(3, 4, 100), returning: bought(1, 4, 300) };
  expect(returningShare(month, "spend")).toBe(0.75);
  expect(returningShare(month, "orders")).toBe(0.5);
  expect(returningShare(month, "customers")).toBe(0.25);
  const nothing = { month: "2026-10", new: bought(0, 0, 0), returning: bought(0, 0, 0) };
  expect(returningShare(nothing, "spend")).toBe(0);
});

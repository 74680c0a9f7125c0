import { expect, it } from "vitest";
import { toCells, toLines, type FigureTable } from "./figure-table.ts";

const table: FigureTable<{ month: string; share: number | null }> = {
  name: "retention",
  columns: [
    { heading: "Month", value: ({ month }) => month },
    {
      heading: "Share",
      numeric: true,
      value: ({ share }) => share,
      text: ({ share }) => (share === null ? "—" : `${share * 100} %`),
    },
  ],
  rows: [
    { month: "2026-01", share: 0.25 },
    { month: "2026-02", share: null },
  ],
};

it("gives the CSV raw values and the page their texts", () => {
  expect(toLines(table)).toEqual([
    ["Month", "Share"],
    ["2026-01", 0.25],
    ["2026-02", null],
  ]);
  expect(toCells(table)).toEqual([
    ["2026-01", "25 %"],
    ["2026-02", "—"],
  ]);
});

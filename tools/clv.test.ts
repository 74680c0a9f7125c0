import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const DRAWN = "tests/fixtures/clv/drawn-small.csv";
const DAYS = ["--unit", "week", "--calibration-end", "2024-12-29"];

const reportSchema = z.object({
  model: z.string(),
  parameters: z.record(z.string(), z.number()),
  logLikelihood: z.number(),
  customers: z.number(),
  distinctRows: z.number(),
  seconds: z.number(),
  predict: z.number(),
  holdout: z
    .object({
      sum: z.number(),
      actual: z.number(),
      bias: z.number(),
      mae: z.number(),
      rmse: z.number(),
    })
    .nullable(),
  fallbacks: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
});

function clv(input: string, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "clv-"));
  const options = args.map((arg) => arg.replace("FOLDER", folder));
  const run = spawnSync(process.execPath, ["tools/clv.ts", "--input", input, ...options], {
    encoding: "utf8",
  });
  return { ...run, folder };
}

function written(orders: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "clv-")), "orders.csv");
  writeFileSync(path, orders);
  return path;
}

describe("the command clv", () => {
  it("writes the model to standard output and a row a customer to a file", () => {
    const run = clv(DRAWN, ...DAYS, "--observation-end", "2025-06-29", "--csv", "FOLDER/clv.csv");
    expect({ stderr: run.stderr, status: run.status }).toEqual({ stderr: "", status: 0 });
    const report = reportSchema.parse(JSON.parse(run.stdout));
    expect(report).toMatchObject({ model: "bgnbd", customers: 60, distinctRows: 58, predict: 26 });
    expect(Object.keys(report.parameters)).toEqual(["r", "alpha", "a", "b", "p", "q", "v"]);
    expect(report.logLikelihood).toBeCloseTo(-448.645951, 5);
    expect(report.holdout?.actual).toBe(54);
    const [header, first = "", ...rest] = readFileSync(join(run.folder, "clv.csv"), "utf8").split("\n");
    expect(header).toBe(
      "customer_id,frequency,recency,T,monetary_value,p_alive,expected_purchases,expected_value,clv",
    );
    expect(first.split(",").map((cell) => Number(Number(cell).toPrecision(7)))).toEqual([
      1, 7, 19.14286, 28.57143, 69.28714, 0.623487, 2.966787, 70.52527, 359.5963,
    ]);
    expect(rest).toHaveLength(60);
  });

  it("chooses by what was held out, writes the model to a file, counts in days", () => {
    const days = ["--unit", "day", "--calibration-end", "2024-12-29", "--predict", "30"];
    const run = clv(DRAWN, ...days, "--model", "auto", "--json", "FOLDER/clv.json");
    expect({ stdout: run.stdout, status: run.status }).toEqual({ stdout: "", status: 0 });
    expect(readdirSync(run.folder)).toEqual(["clv.json"]);
    const report = reportSchema.parse(JSON.parse(readFileSync(join(run.folder, "clv.json"), "utf8")));
    expect(report).toMatchObject({ model: "bgnbd", predict: 30 });
    expect(report.parameters.alpha).toBeCloseTo(7 * 8.54387462, 3);
  });

  it("takes the orders of a day as one purchase, in any order, and leaves newcomers out", () => {
    const lines = readFileSync(DRAWN, "utf8").trim().split("\n");
    const halves = lines.slice(1).flatMap((line) => {
      const [id = "", date = "", amount = ""] = line.split(",");
      return [`${id},${date},${amount}`, `${id},${date},0`];
    });
    const orders = [lines[0], ...halves.reverse(), "new,2025-01-10,5", ""].join("\n");
    const [plain, mixed] = [clv(DRAWN, ...DAYS), clv(written(orders), ...DAYS)];
    expect(mixed.stderr).toBe("1 customer came after 2024-12-29: left out\n");
    const [one, other] = [plain, mixed].map(({ stdout }) => reportSchema.parse(JSON.parse(stdout)));
    expect(other?.logLikelihood).toBeCloseTo(one?.logLikelihood ?? NaN, 9);
    expect(other?.customers).toBe(60);
  });

  it("names each bad row and writes nothing", () => {
    const bad = "customer_id,date,amount\nann,2026-01-10,1.00\nann,2026-02-30,1.00\n,2026-01-10,x\n";
    const run = clv(written(bad), ...DAYS, "--csv", "FOLDER/clv.csv", "--json", "FOLDER/clv.json");
    expect(run.stderr.split("\n").slice(1)).toEqual([
      '  line 3: date is not a day as YYYY-MM-DD: "2026-02-30"',
      "  line 4: customer_id is empty",
      "",
    ]);
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 1, stdout: "" });
    expect(existsSync(join(run.folder, "clv.csv"))).toBe(false);
    expect(existsSync(join(run.folder, "clv.json"))).toBe(false);
  });

  it.each([
    [
      "too little history",
      ["--unit", "week", "--calibration-end", "2024-02-15"],
      /^(\d+ customers came .*\n)?not enough history: \d+ customers, \d+ of them with a repeat purchase; 50 and 30 are needed\n$/,
    ],
    [
      "an unknown model",
      [...DAYS, "--model", "best"],
      /^--model is one of bgnbd, mbgnbd, paretonbd, nbd, auto\n$/,
    ],
    ["no unit", ["--calibration-end", "2024-12-29"], /^--unit is week or day\n$/],
    ["no time at all to predict", [...DAYS, "--predict", "0"], /^--predict is a number above 0\n$/],
    [
      "a time held out that ends before it starts",
      [...DAYS, "--observation-end", "2024-01-01"],
      /^--observation-end is before --calibration-end\n$/,
    ],
    [
      "a choice with nothing to choose by",
      [...DAYS, "--observation-end", "2024-12-29", "--model", "auto"],
      /^--model auto chooses by what came after 2024-12-29: nothing did\n$/,
    ],
  ])("refuses %s", (_, args, message) => {
    const run = clv(DRAWN, ...args);
    expect(run.stderr).toMatch(message);
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 1, stdout: "" });
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ORDERS = `customer_id,date,amount
ann,2026-01-10,10.10
"bo, b",2026-01-01,5
ann,2026-01-10,0.20
cy,2025-12-02,80.00
ann,2026-01-31,20
cy,2026-02-01,99.99
`;

const HEADER = "customer_id,recency_days,frequency,monetary,r,f,m,shopify_group,rf_group,value_group,cell";

function rfm(orders: string, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "rfm-"));
  const input = join(folder, "orders.csv");
  writeFileSync(input, orders);
  const options = args.map((arg) => arg.replace("FOLDER", folder));
  const run = spawnSync(process.execPath, ["tools/rfm.ts", "--input", input, ...options], {
    encoding: "utf8",
  });
  return { ...run, folder };
}

describe("the command rfm", () => {
  it("writes a row a customer and says how many orders came too late", () => {
    const run = rfm(ORDERS, "--asof", "2026-01-31");
    expect(run.stderr).toBe("1 order after 2026-01-31 left out\n");
    expect(run.stdout.split("\n")).toEqual([
      HEADER,
      "ann,0,3,30.30,4,4,2,active,loyal_customers,一般价值客户,442",
      '"bo, b",30,1,5.00,2,1,1,dormant,hibernating,一般挽留客户,211',
      "cy,60,1,80.00,1,1,4,at_risk,hibernating,重要挽留客户,114",
      "",
    ]);
    expect(run.status).toBe(0);
  });

  it("writes to a file by another method, count and currency, from columns in any order", () => {
    const orders = "date,amount,customer_id,note\r\n2026-01-10,300,ann,x\r\n2026-01-01,100,bo,\r\n";
    const options = ["--method", "mean", "--scores", "3", "--currency", "JPY", "--csv", "FOLDER/rfm.csv"];
    const run = rfm(orders, "--asof", "2026-01-31", ...options);
    expect({ status: run.status, stdout: run.stdout, stderr: run.stderr }).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(readFileSync(join(run.folder, "rfm.csv"), "utf8").split("\n")).toEqual([
      HEADER,
      "ann,21,1,300,3,1,3,active,new_customers,重要发展客户,313",
      "bo,30,1,100,1,1,1,dormant,hibernating,一般挽留客户,111",
      "",
    ]);
    expect(readdirSync(run.folder).sort()).toEqual(["orders.csv", "rfm.csv"]);
  });

  it("cuts at fixed values", () => {
    const limits = ["--recency", "90,60,30,7", "--frequency", "2,3,4,5", "--monetary", "5.01,30.30,50,80"];
    const run = rfm(ORDERS, "--asof", "2026-01-31", "--method", "fixed", ...limits);
    expect(run.stdout.split("\n").map((line) => line.slice(-3))).toEqual(["ell", "533", "411", "315", ""]);
    expect(run.status).toBe(0);
  });

  it("names each bad row and writes nothing", () => {
    const bad = [
      "customer_id,date,amount",
      "ann,2026-01-10,1.00",
      "ann,2026-02-30,1.00",
      "ann,10/01/2026,1.00",
      'bo,2026-01-10,"1,00"',
      "bo,2026-01-10,-1.00",
      " ,2026-01-10,1.00",
      "cy,2026-01-10",
      "cy,2026-01-10,99999999999999.99",
      "cy,2026-01-10,99999999999999999",
    ];
    const run = rfm(bad.join("\n"), "--asof", "2026-01-31", "--csv", "FOLDER/rfm.csv");
    expect(run.stderr.split("\n").slice(1)).toEqual([
      '  line 3: date is not a day as YYYY-MM-DD: "2026-02-30"',
      '  line 4: date is not a day as YYYY-MM-DD: "10/01/2026"',
      '  line 5: amount is not a decimal number such as 12.30: "1,00"',
      "  line 6: amount is below zero: -1.00; take refunds off their order",
      "  line 7: customer_id is empty",
      "  line 8: it has 2 cells, the header has 3",
      "  line 9: amount is too large to be added exactly",
      "  line 10: amount is too large to be added exactly",
      "",
    ]);
    expect(run.status).toBe(1);
    expect(run.stdout).toBe("");
    expect(existsSync(join(run.folder, "rfm.csv"))).toBe(false);
  });

  it.each([
    [
      "a header without the columns",
      "id,date\n1,2026-01-01\n",
      ["--asof", "2026-01-31"],
      "line 1: the header lacks customer_id, amount; it is id, date\n",
    ],
    ["no --asof", ORDERS, [], "--asof DATE is missing\n"],
    ["a day that is none", ORDERS, ["--asof", "2026-02-30"], 'Not a day: "2026-02-30"\n'],
    [
      "fixed values that are missing",
      ORDERS,
      ["--asof", "2026-01-31", "--method", "fixed", "--recency", "90,60,30,7", "--frequency", "2,3,4"],
      "--frequency needs four limits, for scores 2, 3, 4 and 5, as in 1,2,3,4\n",
    ],
    [
      "an unknown method",
      ORDERS,
      ["--asof", "2026-01-31", "--method", "best"],
      "--method is one of quantile, mean, median, pareto, fixed\n",
    ],
  ])("refuses %s", (_, orders, args, message) => {
    const run = rfm(orders, ...args);
    expect({ status: run.status, stdout: run.stdout, stderr: run.stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: message,
    });
  });
});

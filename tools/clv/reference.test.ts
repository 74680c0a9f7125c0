import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toDay } from "#app/platform/time.ts";
import { estimate, type Estimates, type Wish } from "#app/value/clv/estimate.ts";
import { readHistories } from "./read-histories.ts";

const DRAWN = "tests/fixtures/clv";
const CDNOW = "../shared/data/cdnow/CDNOW_sample.txt";
const CDNOW_LIFETIMES = "../shared/reference/cdnow_sample_lifetimes.csv";

const fitSchema = z.object({
  parameters: z.record(z.string(), z.number()),
  logLikelihood: z.number(),
  holdout_predicted: z.number().optional(),
  rmse: z.number().optional(),
  mae: z.number().optional(),
});

const cases = z
  .record(
    z.string(),
    z.object({
      customers: z.number(),
      distinct_rows: z.number(),
      holdout_sum: z.number(),
      bgnbd: fitSchema.or(z.object({ error: z.string() })),
      mbgnbd: fitSchema,
      gammagamma: fitSchema,
    }),
  )
  .parse(JSON.parse(readFileSync(`${DRAWN}/drawn-cases.json`, "utf8")));

async function fit(path: string, days: [string, string], wish: Pick<Wish, "model" | "predict">) {
  const [calibrationEnd, observationEnd] = [toDay(days[0]), toDay(days[1])];
  const { customers, heldOutDays } = await readHistories(path, "USD", calibrationEnd, observationEnd);
  const estimates = estimate(customers, { ...wish, unit: "week", heldOutDays, monthlyDiscount: 0.01 });
  if ("thin" in estimates) throw new Error("too little history");
  return { customers, estimates };
}

/** The columns of a peer's file, by customer. */
function peer(path: string): Map<string, Map<string, number>> {
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells[0] ?? "", new Map(names.map((name, index) => [name, Number(cells[index])]))];
    }),
  );
}

function agrees(actual: number, expected: number | undefined, relative: number): void {
  const wanted = expected ?? NaN;
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
}

function parametersAgree(estimates: Estimates, expected: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(expected))
    agrees(estimates.parameters[name] ?? NaN, value, 1e-5);
}

describe.each(Object.entries(cases))("%s, fitted by lifetimes 0.11.3", (name, expected) => {
  it.each(["bgnbd", "mbgnbd"] as const)("%s", async (model) => {
    const file = `${DRAWN}/${name}.csv`;
    const { customers, estimates } = await fit(file, ["2024-12-29", "2025-06-29"], { model, predict: 26 });
    expect(customers.length).toBe(expected.customers);
    expect(estimates.distinctRows).toBe(expected.distinct_rows);
    expect(estimates.holdout?.actual).toBe(expected.holdout_sum);
    const money = expected.gammagamma;
    agrees(estimates.moneyLogLikelihood ?? NaN, money.logLikelihood, 1e-8);
    parametersAgree(estimates, money.parameters);
    const wanted = expected[model];
    const collapses = name === "drawn-no-dropout";
    expect(estimates.fallbacks.map(({ from, to }) => [from, to])).toEqual(collapses ? [[model, "nbd"]] : []);
    if (!("error" in wanted)) {
      agrees(estimates.logLikelihood, wanted.logLikelihood, 1e-8);
      if (!collapses) parametersAgree(estimates, wanted.parameters);
      agrees(estimates.holdout?.sum ?? NaN, wanted.holdout_predicted, 1e-5);
      agrees(estimates.holdout?.rmse ?? NaN, wanted.rmse, 1e-5);
      agrees(estimates.holdout?.mae ?? NaN, wanted.mae, 1e-5);
    }
    const theirs = peer(`${DRAWN}/${name}-lifetimes.csv`);
    customers.forEach(({ id }, index) => {
      const own = theirs.get(id);
      const { alive, purchases, amount } = estimates.of(index);
      agrees(amount, own?.get("gg_expected_value"), 1e-5);
      if ("error" in wanted) return;
      agrees(alive, own?.get(`${model}_alive`), 1e-5);
      agrees(purchases, own?.get(`${model}_26w`), 1e-5);
    });
  });
});

describe.runIf(existsSync(CDNOW))("CDNOW's sample", () => {
  const optima = {
    bgnbd: [-9582.42920667393, { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678 }],
    mbgnbd: [-9582.135715553748, { r: 0.52484316, alpha: 6.18308528, a: 0.89135939, b: 1.614002242 }],
    paretonbd: [-9594.976178939545, { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668736 }],
    nbd: [-9763.657615, { r: 0.384766, alpha: 12.07202 }],
  } as const;

  it.each(["bgnbd", "mbgnbd", "paretonbd", "nbd"] as const)("%s (lifetimes, BTYDplus)", async (model) => {
    const [logLikelihood, parameters] = optima[model];
    const days: [string, string] = ["1997-09-30", "1998-06-30"];
    const { customers, estimates } = await fit(cdnowFile(), days, { model, predict: 39 });
    agrees(estimates.logLikelihood, logLikelihood, 1e-9);
    parametersAgree(estimates, { ...parameters, p: 6.249572271, q: 3.744224667, v: 15.443520963 });
    agrees(estimates.moneyLogLikelihood ?? NaN, -4055.9176948018694, 1e-10);
    expect(estimates.holdout?.actual).toBe(1882);
    if (model === "nbd") return;
    const theirs = peer(CDNOW_LIFETIMES);
    customers.forEach(({ id }, index) => {
      const own = theirs.get(id);
      const { alive, purchases, amount, value } = estimates.of(index);
      agrees(alive, own?.get(`${model}_p_alive`), 1e-4);
      agrees(purchases, own?.get(`${model}_pred_39w`), 1e-4);
      agrees(amount, own?.get("gg_expected_value"), 1e-4);
      if (model === "bgnbd") agrees(value, own?.get("clv_12m"), 1e-4);
    });
  });
});

/** The sample as a file of orders, its customers numbered as the peer's file has them. */
function cdnowFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "clv-")), "cdnow.csv");
  const lines = readFileSync(CDNOW, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const [, id = "", day = "", , amount = ""] = line.trim().split(/\s+/);
      return `${Number(id)},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)},${amount}`;
    });
  writeFileSync(path, ["customer_id,date,amount", ...lines].join("\n"));
  return path;
}

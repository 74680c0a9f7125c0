import type { Pool } from "pg";
import { fitBetaGeometric } from "#app/value/clv/beta-geometric.ts";
import { compress, type History } from "#app/value/clv/compress.ts";
import { fitGammaGamma, type Spend } from "#app/value/clv/gamma-gamma.ts";
import { discountedPurchases, UNITS_A_MONTH } from "#app/value/clv/lifetime-value.ts";
import { fitByNelderMead, type Fitted } from "./nelder-mead.ts";

export type FitFigures = {
  customers: number;
  distinctRows: number;
  compressSeconds: number;
  /** BG/NBD and Gamma-Gamma, by the app's own code and without compression by Nelder and Mead. */
  laurel: { purchases: Fitted; money: Fitted };
  nelderMead: { purchases: Fitted; money: Fitted };
  /** P(alive), purchases and discounted purchases of 12 months for every distinct history. */
  predictSeconds: number;
};

/** Fits the models to a shop's facts, and says what to expect of everybody. */
export async function measureFits(pool: Pool, shopId: number, today: string): Promise<FitFigures> {
  const { histories, spends } = await readFacts(pool, shopId, today);
  const compressing = clock();
  const { rows } = compress(histories, 1);
  const compressSeconds = compressing();
  const fitting = clock();
  const model = fitBetaGeometric(rows, "repeat");
  const purchases = { seconds: fitting(), logLikelihood: model.logLikelihood };
  const fittingMoney = clock();
  const { logLikelihood } = fitGammaGamma(spends);
  const money = { seconds: fittingMoney(), logLikelihood };
  const predicting = clock();
  let expected = 0;
  for (const row of rows) {
    expected += model.alive(row) * model.expected(row, 365);
    expected += discountedPurchases((t) => model.expected(row, t), UNITS_A_MONTH.day, 0.01);
  }
  const predictSeconds = predicting();
  if (!Number.isFinite(expected)) throw new Error("A prediction is not finite.");
  return {
    customers: histories.length,
    distinctRows: rows.length,
    compressSeconds,
    laurel: { purchases, money },
    nelderMead: fitByNelderMead(histories, spends),
    predictSeconds,
  };
}

function clock(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}

async function readFacts(
  pool: Pool,
  shopId: number,
  today: string,
): Promise<{ histories: History[]; spends: Spend[] }> {
  const { rows } = await pool.query<[number, number, number, number]>({
    text: `SELECT purchase_days - 1, last_day - first_day, $2::date - first_day, repeat_minor::float8
      FROM facts WHERE shop_id = $1 AND frequency > 0`,
    values: [shopId, today],
    rowMode: "array",
  });
  const histories = rows.map(([frequency, recencyDays, ageDays]) => ({ frequency, recencyDays, ageDays }));
  const spends = rows.map(([x, , , minor]) => ({ x, mean: x > 0 ? Math.max(0, minor) / x / 100 : 0 }));
  return { histories, spends };
}

import { cutsBy, meanOf, type CutMethod } from "./cut-methods.ts";
import { groupOf, type RfmGroup, type RfmScores } from "./group.ts";
import { rfGroupOf, type RfGroup } from "./rf-group.ts";
import { scoreOf, type Score, type ScoreCount } from "./score.ts";
import { valueGroupOf, type ValueGroup } from "./value-group.ts";

/** Days since the last purchase, number of purchases and net spend of a customer who bought. */
export type CustomerFigures = { id: string; recencyDays: number; frequency: number; netMinor: number };

/** What a customer is in each grouping. `cell` is the scores side by side: one of 125, "111" to "555", of five. */
export type Groups = { shopify: RfmGroup; rf: RfGroup; value: ValueGroup; cell: string };

export type ScoredCustomer = { figures: CustomerFigures; scores: RfmScores; groups: Groups };

/**
 * Scores all customers by one method, from 1 to `count`, and names their groups. Shopify's groups and the ten of
 * recency and frequency are defined on five scores: they are made from five by the same method whatever the
 * count. The eight groups go by the mean whatever the method.
 */
export function scoreCustomers(
  customers: readonly CustomerFigures[],
  method: CutMethod,
  count: ScoreCount,
): ScoredCustomer[] {
  const scoresOf = scorer(customers, method, count);
  const fiveOf = count === 5 ? scoresOf : scorer(customers, method, 5);
  const mean = {
    recencyDays: meanOf(customers.map((each) => each.recencyDays)),
    frequency: meanOf(customers.map((each) => each.frequency)),
    netMinor: meanOf(customers.map((each) => each.netMinor)),
  };
  return customers.map((figures) => {
    const scores = scoresOf(figures);
    const five = fiveOf(figures);
    const value = valueGroupOf({
      recency: figures.recencyDays < mean.recencyDays,
      frequency: figures.frequency > mean.frequency,
      monetary: figures.netMinor > mean.netMinor,
    });
    const cell = `${scores.recency}${scores.frequency}${scores.monetary}`;
    return { figures, scores, groups: { shopify: groupOf(five), rf: rfGroupOf(five), value, cell } };
  });
}

function scorer(
  customers: readonly CustomerFigures[],
  method: CutMethod,
  count: ScoreCount,
): (figures: CustomerFigures) => RfmScores {
  const money = customers.map((each) => each.netMinor);
  const cut = (metric: (figures: CustomerFigures) => number): ((figures: CustomerFigures) => Score) => {
    const cuts = cutsBy(method, customers.map(metric), money, count);
    return (figures) => scoreOf(cuts, metric(figures));
  };
  const recency = cut((each) => -each.recencyDays);
  const frequency = cut((each) => each.frequency);
  const monetary = cut((each) => each.netMinor);
  return (figures) => ({
    recency: recency(figures),
    frequency: frequency(figures),
    monetary: monetary(figures),
  });
}

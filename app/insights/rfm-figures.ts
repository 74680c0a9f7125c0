import { groupOf, type RfmGroup, type RfmScores } from "#app/value/rfm/group.ts";

/** Customers and their net spend over all time, minor units. */
export type Share = { customers: number; revenueMinor: number };

/** Those with the same three scores: one of the 125 cells. */
export type ScoreCell = RfmScores & Share;

/** One of the 25 cells of Shopify's grid. `mean` is that of frequency and monetary score, rounded up. */
export type GridCell = Share & { recency: number; mean: number; group: RfmGroup };

const SCORES = [1, 2, 3, 4, 5] as const;

/** Shopify's grid, the best recency first, then by rising mean; cells without a customer too. */
export function gridOf(cells: readonly ScoreCell[]): GridCell[] {
  return SCORES.toReversed().flatMap((recency) =>
    SCORES.map((mean) => ({
      recency,
      mean,
      group: groupOf({ recency, frequency: mean, monetary: mean }),
      ...sumOf(
        cells.filter(
          (cell) => cell.recency === recency && Math.ceil((cell.frequency + cell.monetary) / 2) === mean,
        ),
      ),
    })),
  );
}

/** The cells summed up by the group they give, in the order of `names`. */
export function sharesOf<Name extends string>(
  names: readonly Name[],
  cells: readonly ScoreCell[],
  groupOfCell: (scores: RfmScores) => Name,
): (Share & { name: Name })[] {
  return names.map((name) => ({ name, ...sumOf(cells.filter((cell) => groupOfCell(cell) === name)) }));
}

export function sumOf(parts: readonly Share[]): Share {
  return {
    customers: parts.reduce((sum, part) => sum + part.customers, 0),
    revenueMinor: parts.reduce((sum, part) => sum + part.revenueMinor, 0),
  };
}

/** 0 (nobody) to 4 (a tenth of the revenue or more): how dark a cell is. */
export function shadeOf({ customers }: Share, revenueShare: number): 0 | 1 | 2 | 3 | 4 {
  if (customers === 0) return 0;
  if (revenueShare < 0.02) return 1;
  if (revenueShare < 0.05) return 2;
  return revenueShare < 0.1 ? 3 : 4;
}

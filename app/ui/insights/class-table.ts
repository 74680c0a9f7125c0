import type { ClassValue } from "#app/insights/reports/class-value.server.ts";

export const CLASS_MEASURES = ["spend", "share", "customers"] as const;

export type ClassMeasure = (typeof CLASS_MEASURES)[number];

/** A tier or a group: its key in the figures, its name on the page. */
export type Class = { key: string; name: string };

export type ClassCell = { netMinor: number; customers: number };

export type ClassMonth = {
  month: string;
  /** Is it known in which class the customers were at its end? */
  known: boolean;
  /** The current month is not over. */
  over: boolean;
  netMinor: number;
};

export type ClassTable = {
  months: ClassMonth[];
  rows: (Class & { cells: ClassCell[] })[];
  /** Which class brought the most in a month, and what share; null where there was nothing. */
  best: (month: string) => { name: string; share: number } | null;
};

/** The figures as rows of classes over months, zeros where there are none; classes that never occur are left out. */
export function classTable(
  { cells, knownSince }: ClassValue,
  months: readonly string[],
  classes: readonly Class[],
): ClassTable {
  const byPlace = new Map(cells.map((cell) => [`${cell.class} ${cell.month}`, cell]));
  const occurring = new Set(cells.map((cell) => cell.class));
  const others = [...occurring].filter((key) => !classes.some((each) => each.key === key)).toSorted();
  const rows = [...classes, ...others.map((key) => ({ key, name: key }))]
    .filter(({ key }) => occurring.has(key))
    .map((each) => ({
      ...each,
      cells: months.map((month) => {
        const { netMinor, customers } = byPlace.get(`${each.key} ${month}`) ?? NOTHING;
        return { netMinor, customers };
      }),
    }));
  const totals = months.map((_, index) =>
    rows.reduce((sum, { cells: own }) => sum + (own[index]?.netMinor ?? 0), 0),
  );
  return {
    rows,
    months: months.map((month, index) => ({
      month,
      // The month in which it became known ends after that day.
      known: knownSince !== null && month >= knownSince.slice(0, 7),
      over: index < months.length - 1,
      netMinor: totals[index] ?? 0,
    })),
    best: (month) => {
      const at = months.indexOf(month);
      const total = totals[at] ?? 0;
      const [first] = rows
        .map(({ name, cells: own }) => ({ name, share: total === 0 ? 0 : (own[at]?.netMinor ?? 0) / total }))
        .toSorted((one, other) => other.share - one.share);
      return first === undefined || first.share === 0 ? null : first;
    },
  };
}

const NOTHING = { netMinor: 0, customers: 0 } as const;

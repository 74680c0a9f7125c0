import type { Clause, SegmentQuery } from "./query.ts";

/** What a filter finds at one customer. Days are "2026-10-31" in the shop's time zone. */
export type Found =
  | { kind: "list"; values: readonly string[] }
  | { kind: "number"; value: number }
  | { kind: "day"; value: string | null }
  | { kind: "text"; value: string | null };

/** Reads a filter of one customer; undefined where the filter is not practised. */
type ReadFilter = (filter: string) => Found | undefined;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day of a query: as written, or so many days, weeks, months or years from today ("-30d"). */
function dayOf(value: string, today: string): string {
  const { count, unit } = /^(?<count>-?\d+)(?<unit>[dwmy])$/.exec(value)?.groups ?? {};
  if (count === undefined) return value.slice(0, 10);
  const date = new Date(`${today}T00:00:00Z`);
  const number = Number(count);
  if (unit === "m") date.setUTCMonth(date.getUTCMonth() + number);
  else if (unit === "y") date.setUTCFullYear(date.getUTCFullYear() + number);
  else date.setTime(date.getTime() + number * (unit === "w" ? 7 : 1) * DAY_MS);
  return date.toISOString().slice(0, 10);
}

function compares<T extends string | number>(
  found: T | null,
  { operator }: Clause,
  [low, high]: T[],
): boolean {
  if (operator === "IS NULL") return found === null;
  if (operator === "IS NOT NULL") return found !== null;
  if (operator === "!=") return found !== low;
  if (found === null || low === undefined) return false;
  switch (operator) {
    case "=":
      return found === low;
    case ">":
      return found > low;
    case ">=":
      return found >= low;
    case "<":
      return found < low;
    case "<=":
      return found <= low;
    case "BETWEEN":
      return high !== undefined && found >= low && found <= high;
    default:
      return false;
  }
}

function hasText(found: string | null, clause: Clause): boolean {
  const text = found?.toLowerCase() ?? null;
  const wanted = clause.values.map((value) => value.toLowerCase());
  const [part = ""] = wanted;
  switch (clause.operator) {
    case "CONTAINS":
      return text?.includes(part) ?? false;
    case "NOT CONTAINS":
      return !(text?.includes(part) ?? false);
    case "STARTS WITH":
      return text?.startsWith(part) ?? false;
    case "ENDS WITH":
      return text?.endsWith(part) ?? false;
    default:
      return compares(text, clause, wanted);
  }
}

function hasItem(items: readonly string[], { operator, values: [wanted = ""] }: Clause): boolean {
  const has = items.some((item) => item.toLowerCase() === wanted.toLowerCase());
  switch (operator) {
    case "CONTAINS":
      return has;
    case "NOT CONTAINS":
      return !has;
    case "IS NULL":
      return items.length === 0;
    case "IS NOT NULL":
      return items.length > 0;
    default:
      return false;
  }
}

function matchesClause(clause: Clause, found: Found, today: string): boolean {
  switch (found.kind) {
    case "list":
      return hasItem(found.values, clause);
    case "number":
      return compares(found.value, clause, clause.values.map(Number));
    case "day":
      return compares(
        found.value,
        clause,
        clause.values.map((value) => dayOf(value, today)),
      );
    case "text":
      return hasText(found.value, clause);
  }
}

/** Whether a customer belongs to a query's segment; a clause that is not practised holds for nobody. */
export function matches(query: SegmentQuery, read: ReadFilter, today: string): boolean {
  switch (query.kind) {
    case "and":
      return query.parts.every((part) => matches(part, read, today));
    case "or":
      return query.parts.some((part) => matches(part, read, today));
    case "not":
      return !matches(query.part, read, today);
    case "clause": {
      const found = read(query.filter.toLowerCase());
      return found !== undefined && matchesClause(query, found, today);
    }
  }
}

/** The filters that a query asks for. */
export function filtersOf(query: SegmentQuery): string[] {
  switch (query.kind) {
    case "and":
    case "or":
      return query.parts.flatMap(filtersOf);
    case "not":
      return filtersOf(query.part);
    case "clause":
      return [query.filter.toLowerCase()];
  }
}

import type { AdminContext } from "./context.ts";
import { type Comparator, parseSearch, type SearchNode } from "./search.ts";

/** How a search field reads a record, and how its values compare. */
type SearchField<T> =
  | { kind: "id" | "number"; read: (record: T) => number | null }
  | { kind: "time"; read: (record: T) => string | null }
  | { kind: "text"; read: (record: T) => readonly string[] }
  | { kind: "boolean"; read: (record: T) => boolean };

export type SearchFields<T> = {
  fields: Record<string, SearchField<T>>;
  /** Texts in which a term without a field is looked for. */
  fallback: (record: T) => readonly (string | null)[];
};

type Term = Extract<SearchNode, { kind: "term" }>;

function compare(left: number, comparator: Comparator, right: number): boolean {
  switch (comparator) {
    case "=":
      return left === right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
  }
}

function matchesText(texts: readonly string[], value: string): boolean {
  const wanted = value.toLowerCase();
  if (wanted === "*") return texts.length > 0;
  if (wanted.endsWith("*")) return texts.some((text) => text.toLowerCase().startsWith(wanted.slice(0, -1)));
  return texts.some((text) => text.toLowerCase() === wanted);
}

/** An instant of a search value; a day stands for its beginning, `now` words are not practised. */
function matchesTime(text: string | null, { comparator, value }: Term): boolean {
  if (text === null) return false;
  if (comparator === "=" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return text.startsWith(value);
  const wanted = Date.parse(value);
  return !Number.isNaN(wanted) && compare(Date.parse(text), comparator, wanted);
}

function matchesTerm<T>(record: T, term: Term, field: SearchField<T>): boolean {
  switch (field.kind) {
    case "id":
    case "number": {
      const number = field.read(record);
      return number !== null && compare(number, term.comparator, Number(term.value.replace(/^gid:.*\//, "")));
    }
    case "time":
      return matchesTime(field.read(record), term);
    case "text":
      return matchesText(field.read(record), term.value);
    case "boolean":
      return String(field.read(record)) === term.value.toLowerCase();
  }
}

function fallbackMatches(texts: readonly (string | null)[], value: string): boolean {
  const wanted = value.toLowerCase().replace(/\*$/, "");
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}

function unknownFields<T>(node: SearchNode, known: SearchFields<T>): string[] {
  switch (node.kind) {
    case "and":
    case "or":
      return node.parts.flatMap((part) => unknownFields(part, known));
    case "not":
      return unknownFields(node.part, known);
    case "term":
      return node.field === null || Object.hasOwn(known.fields, node.field) ? [] : [node.field];
  }
}

function test<T>(record: T, node: SearchNode, known: SearchFields<T>): boolean {
  switch (node.kind) {
    case "and":
      return node.parts.every((part) => test(record, part, known));
    case "or":
      return node.parts.some((part) => test(record, part, known));
    case "not":
      return !test(record, node.part, known);
    case "term": {
      if (node.field === null) return fallbackMatches(known.fallback(record), node.value);
      const field = known.fields[node.field];
      return field === undefined || matchesTerm(record, node, field);
    }
  }
}

/**
 * The records that a search text finds. A field that this search does not know is passed over, and
 * the answer's `extensions.search` warns of it, as Shopify does.
 */
export function search<T>(
  records: Iterable<T>,
  query: string | null,
  known: SearchFields<T>,
  report: { ctx: AdminContext; path: string },
): T[] {
  const tree = query === null ? null : parseSearch(query);
  if (tree === null || query === null) return [...records];
  const unknown = unknownFields(tree, known);
  if (unknown.length > 0) report.ctx.searches.push({ path: [report.path], query, unknown });
  return [...records].filter((record) => test(record, tree, known));
}

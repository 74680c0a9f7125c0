/**
 * Shopify's search syntax (https://shopify.dev/docs/api/usage/search-syntax): terms, `field:value`
 * with comparators, quotes, prefix `*`, NOT and `-`, AND (also by mere sequence), OR, brackets.
 */

export type Comparator = "=" | ">" | ">=" | "<" | "<=";

export type SearchNode =
  | { kind: "and" | "or"; parts: SearchNode[] }
  | { kind: "not"; part: SearchNode }
  | { kind: "term"; field: string | null; comparator: Comparator; value: string; quoted: boolean };

type Token =
  | { kind: "open" | "close" | "and" | "or" | "not" }
  | { kind: "term"; field: string | null; comparator: Comparator; value: string; quoted: boolean };

const tokenPattern =
  /\s*(?:(?<open>\()|(?<close>\))|(?<minus>-)(?=\S)|(?:(?<field>[A-Za-z_][\w.]*):(?<comparator>>=|<=|>|<)?)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<bare>(?:\\.|[^\s()"'\\])+)))/gy;

function isComparator(text: string): text is Comparator {
  return ["=", ">", ">=", "<", "<="].includes(text);
}

function tokenize(text: string): Token[] {
  return [...text.matchAll(tokenPattern)].map(({ groups = {} }): Token => {
    if (groups.open !== undefined) return { kind: "open" };
    if (groups.close !== undefined) return { kind: "close" };
    if (groups.minus !== undefined) return { kind: "not" };
    const { field = null, comparator = "=", bare, double, single } = groups;
    if (field === null && bare === "AND") return { kind: "and" };
    if (field === null && bare === "OR") return { kind: "or" };
    if (field === null && bare === "NOT") return { kind: "not" };
    const value = (double ?? single ?? bare ?? "").replaceAll(/\\(.)/g, "$1");
    return {
      kind: "term",
      field,
      comparator: isComparator(comparator) ? comparator : "=",
      value,
      quoted: bare === undefined,
    };
  });
}

/** The tree of a search text; null where the text says nothing. Never fails: strays are skipped. */
export function parseSearch(text: string): SearchNode | null {
  const tokens = tokenize(text);
  let at = 0;
  const sequence = (kind: "and" | "or", parts: SearchNode[]): SearchNode | null =>
    parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
  const primary = (): SearchNode | null => {
    const token = tokens[at];
    if (token === undefined) return null;
    at += 1;
    if (token.kind === "term") return token;
    if (token.kind === "not") {
      const part = primary();
      return part === null ? null : { kind: "not", part };
    }
    if (token.kind !== "open") return null;
    const inner = anyOf();
    if (tokens[at]?.kind === "close") at += 1;
    return inner;
  };
  const allOf = (): SearchNode | null => {
    const parts: SearchNode[] = [];
    while (at < tokens.length && tokens[at]?.kind !== "or" && tokens[at]?.kind !== "close") {
      const part = primary();
      if (part !== null) parts.push(part);
    }
    return sequence("and", parts);
  };
  const anyOf = (): SearchNode | null => {
    const parts: SearchNode[] = [];
    for (;;) {
      const part = allOf();
      if (part !== null) parts.push(part);
      if (tokens[at]?.kind !== "or") break;
      at += 1;
    }
    return sequence("or", parts);
  };
  return anyOf();
}

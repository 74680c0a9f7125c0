/** A piece of a segment query and where it stands: lines from 1, columns from 0, as Shopify counts. */
export type Token = {
  kind: "word" | "text" | "number" | "date" | "symbol" | "stray" | "end";
  /** The piece as written; a text without its quotes. */
  value: string;
  written: string;
  line: number;
  column: number;
};

const pattern =
  /(?<space>\s+)|'(?<text>(?:\\.|''|[^'\\])*)'|(?<date>\d{4}-\d{2}-\d{2}(?:T[\d:]+)?|-?\d+[dwmy]\b)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w.$-]*)|(?<symbol>!=|>=|<=|[=<>(),])|(?<stray>.)/gsu;

function kindOf(groups: Record<string, string | undefined>): Token["kind"] {
  if (groups.text !== undefined) return "text";
  if (groups.date !== undefined) return "date";
  if (groups.number !== undefined) return "number";
  if (groups.word !== undefined) return "word";
  return groups.symbol === undefined ? "stray" : "symbol";
}

/** The pieces of a segment query; the last is its end. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  for (const { 0: written, groups = {}, index } of query.matchAll(pattern)) {
    if (groups.space === undefined) {
      const value = groups.text?.replaceAll(/\\(.)|'(')/g, "$1$2") ?? written;
      tokens.push({ kind: kindOf(groups), value, written, line, column: index - lineStart });
    }
    const lastBreak = written.lastIndexOf("\n");
    if (lastBreak === -1) continue;
    line += written.split("\n").length - 1;
    lineStart = index + lastBreak + 1;
  }
  const column = query.length - lineStart;
  return [...tokens, { kind: "end", value: "", written: "<EOF>", line, column }];
}

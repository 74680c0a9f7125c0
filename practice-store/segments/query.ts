/**
 * Shopify's segment query language: clauses of filter, operator and value, joined by AND and OR, with
 * brackets and NOT. Source: https://shopify.dev/docs/api/shopifyql/segment-query-language-reference
 */
import { type FilterType, filterType, type Operator, takesOperator } from "./filters.ts";
import { type Token, tokenize } from "./tokens.ts";

export type Clause = {
  kind: "clause";
  filter: string;
  operator: Operator;
  /** Two for BETWEEN, none for IS NULL and functions. */
  values: string[];
};

export type SegmentQuery =
  Clause | { kind: "and" | "or"; parts: SegmentQuery[] } | { kind: "not"; part: SegmentQuery };

type ParsedQuery = { query: SegmentQuery; errors: [] } | { query: null; errors: string[] };

function problem({ line, column }: Token, text: string): string {
  return `Query Line ${line} Column ${column}: ${text}`;
}

class Unexpected extends Error {
  readonly token: Token;

  constructor(token: Token) {
    super(`'${token.written}' is unexpected.`);
    this.token = token;
  }
}

const VALUES = new Set<Token["kind"]>(["text", "number", "date"]);
const COMPARISONS = ["=", "!=", ">", ">=", "<", "<="] as const;
/** Operators of words, longer ones first. */
const WORD_OPERATORS = [
  "NOT CONTAINS",
  "NOT MATCHES",
  "IS NOT NULL",
  "IS NULL",
  "STARTS WITH",
  "ENDS WITH",
  "CONTAINS",
  "MATCHES",
  "BETWEEN",
] as const;

class Parser {
  /** Filters met so far: also those before a syntax error are checked. */
  readonly filters: { token: Token; operator: { token: Token; name: Operator } | null }[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  query(): SegmentQuery {
    const found = this.#anyOf();
    if (this.#peek().kind !== "end") throw new Unexpected(this.#peek());
    return found;
  }

  #peek(ahead = 0): Token {
    const token = this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error("a query has at least its end");
    return token;
  }

  #is(word: string, ahead = 0): boolean {
    const { kind, value } = this.#peek(ahead);
    return (kind === "word" || kind === "symbol") && value.toUpperCase() === word;
  }

  #take(word: string): void {
    if (!this.#is(word)) throw new Unexpected(this.#peek());
    this.#at += 1;
  }

  #joined(kind: "and" | "or", part: () => SegmentQuery): SegmentQuery {
    const first = part();
    const parts = [first];
    while (this.#is(kind.toUpperCase())) {
      this.#at += 1;
      parts.push(part());
    }
    return parts.length === 1 ? first : { kind, parts };
  }

  #anyOf(): SegmentQuery {
    return this.#joined("or", () => this.#joined("and", () => this.#part()));
  }

  #part(): SegmentQuery {
    if (this.#is("NOT")) {
      this.#at += 1;
      return { kind: "not", part: this.#part() };
    }
    if (!this.#is("(")) return this.#clause();
    this.#at += 1;
    const inner = this.#anyOf();
    this.#take(")");
    return inner;
  }

  #clause(): Clause {
    const token = this.#peek();
    if (token.kind !== "word") throw new Unexpected(token);
    this.#at += 1;
    const met: Parser["filters"][number] = { token, operator: null };
    this.filters.push(met);
    const operatorToken = this.#peek();
    const operator = this.#operator();
    met.operator = { token: operatorToken, name: operator };
    return { kind: "clause", filter: token.value, operator, values: this.#values(operator) };
  }

  #operator(): Operator {
    const comparison = COMPARISONS.find((sign) => this.#is(sign));
    const words = WORD_OPERATORS.find((name) => name.split(" ").every((word, i) => this.#is(word, i)));
    const found = comparison ?? words;
    if (found === undefined) throw new Unexpected(this.#peek());
    this.#at += found.split(" ").length;
    return found;
  }

  #values(operator: Operator): string[] {
    switch (operator) {
      case "IS NULL":
      case "IS NOT NULL":
        return [];
      case "MATCHES":
      case "NOT MATCHES":
        this.#parameters();
        return [];
      case "BETWEEN": {
        const low = this.#value();
        this.#take("AND");
        return [low, this.#value()];
      }
      default:
        return [this.#value()];
    }
  }

  #value(): string {
    const token = this.#peek();
    const isTruth = this.#is("TRUE") || this.#is("FALSE");
    if (!VALUES.has(token.kind) && !isTruth) throw new Unexpected(token);
    this.#at += 1;
    return token.value;
  }

  /** What stands in a function's brackets: `name operator value`, parted by commas or AND. */
  #parameters(): void {
    this.#take("(");
    while (!this.#is(")")) {
      if (this.#peek().kind !== "word") throw new Unexpected(this.#peek());
      this.#at += 1;
      this.#values(this.#operator());
      if (this.#is(",") || this.#is("AND")) this.#at += 1;
    }
    this.#at += 1;
  }
}

function filterProblems({ filters }: Parser): string[] {
  return filters.flatMap(({ token, operator }) => {
    const type: FilterType | undefined = filterType(token.value.toLowerCase());
    if (type === undefined) return [problem(token, `'${token.value}' filter cannot be found.`)];
    if (operator === null || takesOperator(type, operator.name)) return [];
    return [problem(operator.token, `${token.value} does not support operator '${operator.name}'`)];
  });
}

/** Reads a segment query; `errors` are Shopify's, syntax first, then unknown filters. */
export function parseSegmentQuery(text: string): ParsedQuery {
  const parser = new Parser(text);
  let query: SegmentQuery | null = null;
  const errors: string[] = [];
  try {
    query = parser.query();
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    errors.push(problem(error.token, error.message));
  }
  errors.push(...filterProblems(parser));
  return query === null || errors.length > 0 ? { query: null, errors } : { query, errors: [] };
}

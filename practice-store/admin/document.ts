import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  Source,
  TokenKind,
} from "graphql";
import type { AnswerError } from "./validation.ts";

type Parsed = { document: DocumentNode } | { error: AnswerError };

/** Where the last token of a text begins: what graphql-ruby points at when a text ends too early. */
function lastToken(text: string): { line: number; column: number } {
  const lexer = new Lexer(new Source(text));
  let last = { line: 1, column: 1 };
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
      last = { line: token.line, column: token.column };
  } catch {
    return last;
  }
  return last;
}

/** The document of a text, or its syntax error as graphql-ruby words it. */
export function parseDocument(text: string): Parsed {
  try {
    return { document: parse(text) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const found = /(?:found|Unexpected) (?<token>.*?)\.$/.exec(error.message)?.groups?.token ?? "token";
    const atEnd = found === "<EOF>";
    const at = atEnd ? lastToken(text) : (error.locations?.[0] ?? { line: 1, column: 1 });
    const what = atEnd ? "end of file" : found;
    return {
      error: { message: `syntax error, unexpected ${what} at [${at.line}, ${at.column}]`, locations: [at] },
    };
  }
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** The operation to run: the named one, or the only one. */
export function operationOf(
  document: DocumentNode,
  name: string | null,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (name === null) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((operation) => operation.name?.value === name);
}

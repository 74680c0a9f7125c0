import {
  coerceInputValue,
  getNullableType,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { parseGid } from "../shop/gid.ts";
import type { AnswerError } from "./validation.ts";

type Problem = { path: (string | number)[]; explanation: string; message?: string };

/** Arrays longer than this are refused (shopify.dev, API limits). */
const MAX_ARRAY = 250;

/** graphql-js's explanation of a bad value in graphql-ruby's words. */
function explain(message: string, type: string): string {
  const unknownField = /^Field "\w+" is not defined by type "(\w+)"/.exec(message)?.[1];
  if (unknownField !== undefined) return `Field is not defined on ${unknownField}`;
  if (/ was not provided\.$|not to be null/.test(message)) return "Expected value to not be null";
  const own = /^Expected type "[^"]+"\. (?<text>.+)$/.exec(message)?.groups?.text;
  if (own !== undefined) return own;
  return /Enum|enum/.test(message) ? `Expected one of the values of ${type}` : message;
}

function coercionProblems(value: unknown, type: GraphQLInputType): Problem[] {
  const problems: Problem[] = [];
  coerceInputValue(value, type, (path, _invalid, error) => {
    const unknownField = /^Field "(\w+)" is not defined/.exec(error.message)?.[1];
    const missing = /^Field "(\w+)" of required type/.exec(error.message)?.[1];
    const at = [...path, ...(unknownField === undefined ? [] : [unknownField])];
    const explanation = explain(error.message, String(getNullableType(type)));
    const fromScalar = error.message.startsWith("Expected type");
    problems.push({
      path: missing === undefined ? at : [...at, missing],
      explanation,
      ...(fromScalar ? { message: explanation } : {}),
    });
  });
  return problems;
}

/** Ids that are no global ids. */
function idProblems(value: unknown, type: GraphQLInputType, path: (string | number)[] = []): Problem[] {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return [];
  if (isListType(inner))
    return [value].flat().flatMap((item, index) => idProblems(item, inner.ofType, [...path, index]));
  if (isInputObjectType(inner) && typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) => {
      const field = inner.getFields()[key];
      return field === undefined ? [] : idProblems(item, field.type, [...path, key]);
    });
  if (inner !== GraphQLID || (typeof value === "string" && parseGid(value) !== undefined)) return [];
  const explanation = `Invalid global id '${typeof value === "string" ? value : JSON.stringify(value)}'`;
  return [{ path, explanation, message: explanation }];
}

function longestArray(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).map(longestArray);
  return Math.max(Array.isArray(value) ? value.length : 0, ...inner);
}

function problemsError(definition: VariableDefinitionNode, value: unknown, problems: Problem[]): AnswerError {
  const { loc, variable, type } = definition;
  const details = problems.map(({ path, explanation }) =>
    path.length === 0 ? undefined : `${path.join(".")} (${explanation})`,
  );
  const named = details.filter((detail) => detail !== undefined);
  const tail = named.length === 0 ? "" : ` for ${named.join(", ")}`;
  const start = loc?.startToken;
  return {
    message: `Variable $${variable.name.value} of type ${print(type)} was provided invalid value${tail}`,
    ...(start === undefined ? {} : { locations: [{ line: start.line, column: start.column }] }),
    extensions: { code: "INVALID_VARIABLE", value: value ?? null, problems },
  };
}

/** What is wrong with the values of an operation's variables, as Shopify says it. */
export function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  values: Record<string, unknown>,
): AnswerError[] {
  const length = longestArray(values);
  if (length > MAX_ARRAY) {
    const message = `The input array size of ${length} is greater than the maximum allowed of ${MAX_ARRAY}.`;
    return [{ message, extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }];
  }
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const value = values[definition.variable.name.value];
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    const absent = value === undefined || value === null;
    if (absent && (definition.defaultValue !== undefined || !isNonNullType(type))) return [];
    const problems = absent
      ? [{ path: [], explanation: "Expected value to not be null" }]
      : [...coercionProblems(value, type), ...idProblems(value, type)];
    return problems.length === 0 ? [] : [problemsError(definition, value, problems)];
  });
}

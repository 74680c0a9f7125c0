/**
 * Validation with the errors in Shopify's form: its server is graphql-ruby, so texts, codes and paths
 * are that library's. graphql-js decides what is wrong; here its findings are put into those words.
 */
import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  getNamedType,
  GraphQLError,
  GraphQLID,
  type GraphQLSchema,
  Kind,
  specifiedRules,
  validate,
  type ValidationContext,
  visit,
} from "graphql";
import { parseGid } from "../shop/gid.ts";

/** One entry of an answer's `errors`. */
export type AnswerError = {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
};

type Wording = {
  pattern: RegExp;
  say: (parts: readonly string[]) => { message: string; extensions: Record<string, unknown> };
};

const wordings: Wording[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    say: ([fieldName, typeName]) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: "undefinedField", typeName, fieldName },
    }),
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
    say: ([field, type]) => ({
      message: `Field must have selections (field '${field}' returns ${type?.replaceAll(/[[\]!]/g, "")} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: "selectionMismatch", nodeName: `field '${field}'`, typeName: type },
    }),
  },
  {
    pattern: /^Field "(\w+)" must not have a selection since type "([^"]+)"/,
    say: ([field, type]) => ({
      message: `Selections can't be made on scalars (field '${field}' returns ${type?.replaceAll(/[[\]!]/g, "")} but has selections inside)`,
      extensions: { code: "selectionMismatch", nodeName: `field '${field}'`, typeName: type },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    say: ([argumentName, name]) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: "argumentNotAccepted", name, typeName: "Field", argumentName },
    }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    say: ([name, argument]) => ({
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: { code: "missingRequiredArguments", className: "Field", name, arguments: argument },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined by operation "?(\w*)"?/,
    say: ([variableName, operation]) => ({
      message: `Variable $${variableName} is used by ${operation === "" ? "anonymous query" : operation} but not declared`,
      extensions: { code: "variableNotDefined", variableName },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used in operation "?(\w*)"?/,
    say: ([variableName, operation]) => ({
      message: `Variable $${variableName} is declared by ${operation === "" ? "anonymous query" : operation} but not used`,
      extensions: { code: "variableNotUsed", variableName },
    }),
  },
  {
    pattern: /^Unknown type "(\w+)"/,
    say: ([typeName]) => ({
      message: `No such type ${typeName}, so it can't be a fragment condition`,
      extensions: { code: "undefinedType", typeName },
    }),
  },
];

/** Ids in a document must be global ids. */
function globalIds(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node, _key, _parent, _path, ancestors) {
      const type = context.getInputType();
      if (!type || getNamedType(type) !== GraphQLID || parseGid(node.value) !== undefined) return;
      const field = ancestors.flat().findLast((ancestor) => ancestor.kind === Kind.FIELD);
      context.reportError(
        new GraphQLError(`Invalid global id '${node.value}'`, {
          nodes: field === undefined ? node : [field, node],
          extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
        }),
      );
    },
  };
}

function step(node: ASTNode): string[] {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.name === undefined ? node.operation : `${node.operation} ${node.name.value}`];
    case Kind.FRAGMENT_DEFINITION:
      return [`fragment ${node.name.value}`];
    case Kind.FIELD:
      return [node.alias?.value ?? node.name.value];
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [node.name.value];
    default:
      return [];
  }
}

function pathTo(document: DocumentNode, wanted: ASTNode | undefined): string[] | undefined {
  let found: string[] | undefined;
  visit(document, {
    enter(node, _key, _parent, _path, ancestors) {
      if (node === wanted) found = [...ancestors.flat(), node].flatMap(step);
    },
  });
  return found;
}

function inShopifysWords(document: DocumentNode, error: GraphQLError): AnswerError {
  const own = typeof error.extensions.code === "string" ? error.extensions : undefined;
  let said = { message: error.message, extensions: { ...own } };
  for (const { pattern, say } of wordings) {
    const match = pattern.exec(error.message);
    if (match !== null) said = say(match.slice(1));
  }
  const path = pathTo(document, error.nodes?.at(-1));
  return {
    message: said.message,
    locations: (error.locations ?? []).slice(0, 1),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(said.extensions).length === 0 ? {} : { extensions: said.extensions }),
  };
}

/** What Shopify would refuse in this document; empty where it would run it. */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): AnswerError[] {
  return validate(schema, document, [...specifiedRules, globalIds]).map((error) =>
    inShopifysWords(document, error),
  );
}

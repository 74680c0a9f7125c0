import { type DocumentNode, execute, OperationTypeNode } from "graphql";
import { type Answer, costExtension, searchExtension, throttledError, tooDearError } from "./answer.ts";
import type { AdminContext, Node } from "./context.ts";
import { type CostedOperation, queryCost } from "./cost.ts";
import { fragmentsOf, operationOf, parseDocument } from "./document.ts";
import { fieldResolver } from "./resolve.ts";
import { adminSchema } from "./schema.ts";
import { MAX_QUERY_COST, type Throttle } from "./throttle.ts";
import { validationErrors } from "./validation.ts";
import { variableErrors } from "./variables.ts";

export type AdminRequest = {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
};

/** The root objects of the schema for one request. */
export type Roots = { query: (ctx: AdminContext) => Node; mutation: (ctx: AdminContext) => Node };

export type Checked = { document: DocumentNode; operation: CostedOperation };

/** The operation of a request, or why Shopify would refuse it before running it. */
export function checkRequest(request: AdminRequest): Checked | Answer {
  const schema = adminSchema();
  const parsed = parseDocument(request.query);
  if ("error" in parsed) return { errors: [parsed.error] };
  const { document } = parsed;
  const operation = operationOf(document, request.operationName);
  if (operation === undefined) {
    const wanted = request.operationName;
    return {
      errors: [
        { message: wanted === null ? "An operation name is required" : `No operation named "${wanted}"` },
      ],
    };
  }
  const invalid = validationErrors(schema, document);
  if (invalid.length > 0) return { errors: invalid };
  const badValues = variableErrors(schema, operation, request.variables);
  if (badValues.length > 0) return { errors: badValues };
  const { variables } = request;
  return { document, operation: { schema, operation, fragments: fragmentsOf(document), variables } };
}

/** Runs a checked operation without counting its cost (a bulk mutation's lines run so). */
export async function runChecked(
  { document, operation }: Checked,
  request: AdminRequest,
  roots: Roots,
  ctx: AdminContext,
): Promise<Answer> {
  const isMutation = operation.operation.operation === OperationTypeNode.MUTATION;
  const result = await execute({
    schema: operation.schema,
    document,
    rootValue: isMutation ? roots.mutation(ctx) : roots.query(ctx),
    contextValue: ctx,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver,
  });
  const errors = (result.errors ?? []).map((error) => error.toJSON());
  return { ...(errors.length > 0 ? { errors } : {}), data: result.data ?? null };
}

/** Answers one request as Shopify's endpoint does: check, cost, bucket, run, cost given back. */
export async function answer(
  request: AdminRequest,
  roots: Roots,
  ctx: AdminContext,
  throttle: Throttle,
): Promise<Answer> {
  const checked = checkRequest(request);
  if (!("operation" in checked)) return checked;
  const requested = queryCost(checked.operation);
  if (requested > MAX_QUERY_COST) return { errors: [tooDearError(requested)] };
  if (!throttle.take(requested, ctx.clock())) {
    const cost = costExtension(requested, null, throttle.status(ctx.clock()));
    return { errors: [throttledError()], extensions: { cost } };
  }
  const result = await runChecked(checked, request, roots, ctx);
  const actual = Math.min(requested, queryCost(checked.operation, result.data));
  throttle.giveBack(requested - actual, ctx.clock());
  return {
    ...result,
    extensions: {
      cost: costExtension(requested, actual, throttle.status(ctx.clock())),
      ...(ctx.searches.length > 0 ? { search: searchExtension(ctx.searches) } : {}),
    },
  };
}

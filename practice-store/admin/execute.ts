import { type DocumentNode, execute, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { type Answer, costExtension, searchExtension, throttledError, tooDearError } from "./answer.ts";
import type { AdminContext, Node } from "./context.ts";
import { queryCost } from "./cost.ts";
import { fragmentsOf, operationOf, parseDocument } from "./document.ts";
import { fieldResolver } from "./resolve.ts";
import { adminSchema } from "./schema.ts";
import { MAX_QUERY_COST, type Throttle } from "./throttle.ts";
import { type AnswerError, validationErrors } from "./validation.ts";
import { variableErrors } from "./variables.ts";

export type AdminRequest = {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
};

/** The root objects of the schema for one request. */
export type Roots = { query: (ctx: AdminContext) => Node; mutation: (ctx: AdminContext) => Node };

/** A valid document and the operation of it that is to run. */
export type Checked = { document: DocumentNode; operation: OperationDefinitionNode };

/** The operation of a document, or why Shopify would refuse it whatever its variables. */
export function checkDocument(
  query: string,
  operationName: string | null,
): Checked | { errors: AnswerError[] } {
  const parsed = parseDocument(query);
  if ("error" in parsed) return { errors: [parsed.error] };
  const { document } = parsed;
  const operation = operationOf(document, operationName);
  if (operation === undefined) {
    const message =
      operationName === null ? "An operation name is required" : `No operation named "${operationName}"`;
    return { errors: [{ message }] };
  }
  const errors = validationErrors(adminSchema(), document);
  return errors.length > 0 ? { errors } : { document, operation };
}

/** Runs a checked operation without counting its cost, as a bulk mutation's lines run. */
export async function runChecked(
  { document, operation }: Checked,
  variables: Record<string, unknown>,
  roots: Roots,
  ctx: AdminContext,
): Promise<Answer> {
  const badValues = variableErrors(adminSchema(), operation, variables);
  if (badValues.length > 0) return { errors: badValues };
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const result = await execute({
    schema: adminSchema(),
    document,
    rootValue: isMutation ? roots.mutation(ctx) : roots.query(ctx),
    contextValue: ctx,
    variableValues: variables,
    operationName: operation.name?.value ?? null,
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
  const { variables } = request;
  const checked = checkDocument(request.query, request.operationName);
  if ("errors" in checked) return checked;
  const { operation, document } = checked;
  const costed = { schema: adminSchema(), operation, fragments: fragmentsOf(document), variables };
  const requested = queryCost(costed);
  if (requested > MAX_QUERY_COST) return { errors: [tooDearError(requested)] };
  if (!throttle.take(requested, ctx.clock())) {
    const cost = costExtension(requested, null, throttle.status(ctx.clock()));
    return { errors: [throttledError()], extensions: { cost } };
  }
  const result = await runChecked(checked, variables, roots, ctx);
  if (!("data" in result)) {
    throttle.giveBack(requested, ctx.clock());
    return result;
  }
  const actual = Math.min(requested, queryCost(costed, result.data));
  throttle.giveBack(requested - actual, ctx.clock());
  return {
    ...result,
    extensions: {
      cost: costExtension(requested, actual, throttle.status(ctx.clock())),
      ...(ctx.searches.length > 0 ? { search: searchExtension(ctx.searches) } : {}),
    },
  };
}

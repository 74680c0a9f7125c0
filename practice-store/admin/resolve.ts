import { GraphQLError, type GraphQLFieldResolver, type GraphQLResolveInfo } from "graphql";
import { refusal } from "./access.ts";
import type { AdminContext } from "./context.ts";

/** Said of a field of the schema that the practice store does not serve. */
export function notPractised(type: string, field: string): GraphQLError {
  return new GraphQLError(`${type}.${field} is not practised yet`, {
    extensions: { code: "NOT_PRACTISED" },
  });
}

/**
 * The value of one property of a node. Functions are called with what GraphQL would give them;
 * a property that is not there is an error, never an invented value.
 */
export function readField(
  node: unknown,
  field: string,
  args: Record<string, unknown>,
  ctx: AdminContext,
  info: Pick<GraphQLResolveInfo, "fieldName">,
): unknown {
  if (typeof node !== "object" || node === null || !(field in node)) {
    const type =
      typeof node === "object" && node !== null && "__typename" in node
        ? String(node.__typename)
        : "QueryRoot";
    throw notPractised(type, field);
  }
  const value: unknown = Reflect.get(node, field);
  return typeof value === "function" ? Reflect.apply(value, node, [args, ctx, info]) : value;
}

/** The one resolver of every field: access first, then the node's own property. */
export const fieldResolver: GraphQLFieldResolver<unknown, AdminContext, Record<string, unknown>> = (
  source,
  args,
  ctx,
  info,
) => {
  const field = info.parentType.getFields()[info.fieldName];
  const refused = field === undefined ? undefined : refusal(ctx, info.parentType, field);
  if (refused !== undefined) throw refused;
  return readField(source, info.fieldName, args, ctx, info);
};

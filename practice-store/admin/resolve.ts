import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { refusal } from "./access.ts";
import type { AdminContext } from "./context.ts";

/** Said of a field of the schema that the practice store does not serve. */
export function notPractised(type: string, field: string): GraphQLError {
  return new GraphQLError(`${type}.${field} is not practised yet`, {
    extensions: { code: "NOT_PRACTISED" },
  });
}

/**
 * The one resolver of every field: access first, then the node's own property. Functions are called
 * with what GraphQL would give them; a property that is not there is an error, never an invented value.
 */
export const fieldResolver: GraphQLFieldResolver<object, AdminContext, Record<string, unknown>> = (
  node,
  args,
  ctx,
  info,
) => {
  const { fieldName, parentType } = info;
  const field = parentType.getFields()[fieldName];
  const refused = field === undefined ? undefined : refusal(ctx, parentType, field);
  if (refused !== undefined) throw refused;
  const value: unknown = Reflect.get(node, fieldName);
  if (value === undefined) throw notPractised(parentType.name, fieldName);
  return typeof value === "function" ? Reflect.apply(value, node, [args, ctx, info]) : value;
};

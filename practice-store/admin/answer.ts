import type { ThrottleStatus } from "./throttle.ts";
import { MAX_QUERY_COST } from "./throttle.ts";
import type { AnswerError } from "./validation.ts";
import type { AdminContext } from "./context.ts";

/** The body of a GraphQL answer. */
export type Answer = {
  errors?: AnswerError[];
  data?: unknown;
  extensions?: Record<string, unknown>;
};

const RATE_LIMITS = "https://shopify.dev/api/usage/rate-limits";

/** `extensions.cost`. Shopify leaves the actual cost null where nothing ran. */
export function costExtension(
  requested: number,
  actual: number | null,
  throttleStatus: ThrottleStatus,
): unknown {
  return { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus };
}

export function throttledError(): AnswerError {
  return { message: "Throttled", extensions: { code: "THROTTLED", documentation: RATE_LIMITS } };
}

export function tooDearError(cost: number): AnswerError {
  return {
    message:
      `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).\n\n` +
      "See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n" +
      "cost of a query is calculated.\n\n" +
      "To query larger amounts of data with fewer limits, bulk operations should be used instead.\n" +
      "See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n",
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: MAX_QUERY_COST, documentation: RATE_LIMITS },
  };
}

/** `extensions.search`: the unknown fields of this request's searches. */
export function searchExtension(searches: AdminContext["searches"]): unknown {
  return searches.map(({ path, query, unknown }) => ({
    path,
    query,
    warnings: unknown.map((field) => ({
      field,
      message: "Invalid search field for this query.",
      code: "invalid_field",
    })),
  }));
}

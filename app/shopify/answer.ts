import { z } from "zod";

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string().optional() }).optional(),
});

const costSchema = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
});

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.union([z.array(errorSchema), z.string()]).optional(),
  extensions: z.object({ cost: costSchema.optional() }).optional(),
});

/** What an HTTP answer of the Admin API means for the caller. */
export type Verdict =
  | { kind: "data"; data: unknown; denied: string[] }
  /** The bucket is too empty for this operation; it will not be before `waitMs`. */
  | { kind: "throttled"; waitMs: number }
  | { kind: "stale-token" }
  | { kind: "denied"; message: string }
  | { kind: "passing"; message: string }
  | { kind: "refused"; message: string };

const SHORTEST_WAIT_MS = 250;

/**
 * Reads an answer of the Admin API. Fields below the root that the app is not approved for come as null
 * with an error beside them: they are named in `denied`, the rest of the data counts.
 * Source: https://shopify.dev/docs/api/usage/response-codes and .../usage/limits.
 */
export function readAnswer(status: number, body: unknown): Verdict {
  if (status === 401) return { kind: "stale-token" };
  if (status === 429) return { kind: "throttled", waitMs: 1000 };
  if (status >= 500) return { kind: "passing", message: `Shopify answers ${status}` };
  if (status !== 200) return { kind: "refused", message: `Shopify answers ${status}` };
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return { kind: "passing", message: "Shopify's answer is no GraphQL answer" };
  const { data, errors = [], extensions } = parsed.data;
  if (typeof errors === "string") return { kind: "refused", message: errors };
  if (errors.length === 0) return { kind: "data", data, denied: [] };
  return readErrors(data, errors, extensions?.cost);
}

function readErrors(
  data: unknown,
  errors: z.infer<typeof errorSchema>[],
  cost: z.infer<typeof costSchema> | undefined,
): Verdict {
  const codes = errors.map(({ extensions }) => extensions?.code);
  const message = errors.map((error) => error.message).join("; ");
  if (codes.includes("THROTTLED")) return { kind: "throttled", waitMs: waitFor(cost) };
  if (codes.includes("INTERNAL_SERVER_ERROR") || codes.includes("TIMEOUT")) {
    return { kind: "passing", message };
  }
  if (!codes.every((code) => code === "ACCESS_DENIED")) return { kind: "refused", message };
  const belowRoot = errors.every(({ path = [] }) => path.length > 1);
  if (data === null || data === undefined || !belowRoot) return { kind: "denied", message };
  return { kind: "data", data, denied: errors.map(({ path = [] }) => path.join(".")) };
}

/** Milliseconds until the bucket holds what the operation asks for. */
function waitFor(cost: z.infer<typeof costSchema> | undefined): number {
  if (cost === undefined) return 1000;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(SHORTEST_WAIT_MS, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}

import { setTimeout as sleep } from "node:timers/promises";
import { AppError, RetryableError, unreachable } from "#app/platform/errors.ts";
import { logger } from "#app/platform/logger.server.ts";
import { readAnswer, type Verdict } from "./answer.ts";
import { API_VERSION } from "./api-version.ts";
import type { Operations } from "./generated/operations.ts";
import { offlineToken, refreshOfflineToken } from "./offline-token.server.ts";

/** The text of an operation under `operations/`. */
export type OperationText = keyof Operations;

/** One shop's Admin API, with the app's own (offline) token: for pages and jobs alike. */
export type AdminClient = {
  /** "laurel.myshopify.com" */
  shopDomain: string;
  /**
   * Sends an operation. `userErrors` in the result are the caller's to look at: they are expected failures.
   * @throws RetryableError where Shopify is busy or out of reach: the operation may or may not have happened.
   * @throws AppError "forbidden" where the app lacks a scope or is not installed any more.
   * @throws AppError "internal" where Shopify refuses the operation itself: a mistake of ours.
   */
  run: <Text extends OperationText>(
    text: Text,
    variables: Operations[Text]["variables"],
  ) => Promise<Operations[Text]["result"]>;
};

/** An operation waits for the bucket up to this long; beyond, its job steps aside and comes back. */
const LONGEST_WAIT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** The client of a shop that installed the app. Costs nothing until it is used. */
export function adminClient(shopDomain: string): AdminClient {
  return {
    shopDomain,
    run: async (text, variables) => {
      const data = await send(shopDomain, text, variables);
      if (!isResultOf(text, data)) throw new AppError("internal", "Shopify answered without data");
      return data;
    },
  };
}

/** By the schema against which the operation was checked when its types were generated. */
function isResultOf<Text extends OperationText>(
  _text: Text,
  data: unknown,
): data is Operations[Text]["result"] {
  return typeof data === "object" && data !== null;
}

async function send(shopDomain: string, text: string, variables: unknown): Promise<unknown> {
  let token = await offlineToken(shopDomain);
  let refreshed = false;
  let waitedMs = 0;
  for (;;) {
    const verdict = await post(shopDomain, token, text, variables);
    switch (verdict.kind) {
      case "data":
        if (verdict.denied.length > 0) {
          logger.warn({ shop: shopDomain, fields: verdict.denied }, "Shopify withholds fields");
        }
        return verdict.data;
      case "throttled":
        if (waitedMs + verdict.waitMs > LONGEST_WAIT_MS) {
          throw new RetryableError("Shopify's rate limit is reached", { afterMs: verdict.waitMs });
        }
        waitedMs += verdict.waitMs;
        await sleep(verdict.waitMs);
        break;
      case "stale-token":
        if (refreshed) throw new AppError("forbidden", `${shopDomain} refuses a fresh token`);
        token = await refreshOfflineToken(shopDomain, token);
        refreshed = true;
        break;
      case "denied":
        throw new AppError("forbidden", `${shopDomain}: ${verdict.message}`, { userMessage: "accessDenied" });
      case "passing":
        throw new RetryableError(`${shopDomain}: ${verdict.message}`);
      case "refused":
        throw new AppError("internal", `${shopDomain}: ${verdict.message}`);
      default:
        unreachable(verdict);
    }
  }
}

async function post(shopDomain: string, token: string, query: string, variables: unknown): Promise<Verdict> {
  const url = `https://${shopDomain}/admin/api/${API_VERSION}/graphql.json`;
  const headers = { "content-type": "application/json", "x-shopify-access-token": token };
  const body = JSON.stringify({ query, variables });
  try {
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const response = await fetch(url, { method: "POST", headers, body, signal });
    const text = await response.text();
    return readAnswer(response.status, response.status === 200 ? JSON.parse(text) : text);
  } catch (cause) {
    throw new RetryableError(`${shopDomain} cannot be reached`, { cause });
  }
}

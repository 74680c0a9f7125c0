import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveDelivery } from "#app/mirror/receive-delivery.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { env } from "#app/platform/env.server.ts";
import { isSigned } from "#app/shopify/webhook-signature.server.ts";

const SECRETS = [env.SHOPIFY_API_SECRET, env.SHOPIFY_API_SECRET_OLD].filter((secret) => secret !== undefined);

/**
 * Takes Shopify's webhooks. Not by `authenticate.webhook`: it may renew the shop's token, for which the five
 * seconds that Shopify waits can be too few, and it answers 400 to a missing signature where 401 is asked.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { headers } = request;
  const raw = Buffer.from(await request.arrayBuffer());
  if (!isSigned(raw, headers.get("x-shopify-hmac-sha256"), SECRETS))
    return new Response(null, { status: 401 });
  const topic = headers.get("x-shopify-topic");
  const shopDomain = headers.get("x-shopify-shop-domain");
  const id = headers.get("x-shopify-webhook-id");
  if (topic === null || shopDomain === null || id === null) return new Response(null, { status: 400 });
  const body: unknown = JSON.parse(raw.toString("utf8"));
  await receiveDelivery({ topic, shopDomain, id, triggeredAt: instantOf(headers), body });
  return new Response();
}

/** When it happened in Shopify, whose clock orders what has the same `updated_at`. */
function instantOf(headers: Headers): Date {
  const at = new Date(headers.get("x-shopify-triggered-at") ?? "");
  return Number.isNaN(at.getTime()) ? now() : at;
}

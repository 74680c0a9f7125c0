import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Does the signature fit the raw body under one of the secrets? While a secret is being replaced, the old one
 * signs up to an hour longer. Tells nothing by the time it takes.
 * Source: https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export function isSigned(body: Buffer, signature: string | null, secrets: readonly string[]): boolean {
  if (signature === null) return false;
  const given = Buffer.from(signature, "base64");
  return secrets.map((secret) => fits(body, given, secret)).includes(true);
}

function fits(body: Buffer, given: Buffer, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

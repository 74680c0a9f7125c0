import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const claims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number(),
});

type SessionClaims = z.infer<typeof claims>;

/** Seconds by which the clocks of the frame and this server may differ. */
const LEEWAY_SECONDS = 10;

function decodePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/**
 * The claims of a session token, or undefined where it is not one that this shop gave to this app:
 * signature, audience, shop and times are checked (https://shopify.dev, session tokens).
 */
export function verifySessionToken(
  token: string,
  expected: { clientId: string; secret: string; shopDomain: string; now: Date },
): SessionClaims | undefined {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const algorithm = z.object({ alg: z.literal("HS256") }).safeParse(decodePart(header));
  const right = createHmac("sha256", expected.secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (!algorithm.success || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const parsed = claims.safeParse(decodePart(payload));
  if (!parsed.success) return undefined;
  const { aud, dest, iss, exp, nbf } = parsed.data;
  const now = expected.now.getTime() / 1000;
  const ofShop = dest === `https://${expected.shopDomain}` && iss === `https://${expected.shopDomain}/admin`;
  const inTime = exp + LEEWAY_SECONDS > now && nbf - LEEWAY_SECONDS <= now;
  return aud === expected.clientId && ofShop && inTime ? parsed.data : undefined;
}

import { createHmac } from "node:crypto";

/** Who is at the admin, and for which app of which shop a token is. */
export type TokenSubject = {
  /** "laurel-practice.myshopify.com" */
  shopDomain: string;
  clientId: string;
  secret: string;
  userId: number;
  /** The admin session, the same in all its tokens. */
  sessionId: string;
};

const LIFETIME_SECONDS = 60;
/** The token holds from a little before it was made: clocks differ. */
const LEEWAY_SECONDS = 5;

/**
 * A session token as App Bridge's `idToken()` gives it: JWT, HS256 with the app's secret, one minute.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export function sessionToken(subject: TokenSubject, now: Date, tokenId: string): string {
  const { shopDomain, clientId, secret, userId, sessionId } = subject;
  const seconds = Math.floor(now.getTime() / 1000);
  const payload = {
    iss: `https://${shopDomain}/admin`,
    dest: `https://${shopDomain}`,
    aud: clientId,
    sub: String(userId),
    exp: seconds + LIFETIME_SECONDS,
    nbf: seconds - LEEWAY_SECONDS,
    iat: seconds - LEEWAY_SECONDS,
    jti: tokenId,
    sid: sessionId,
  };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(payload)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

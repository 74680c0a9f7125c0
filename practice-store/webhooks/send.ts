import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** How an attempt ended: the answer's status, or why there was none. */
export type Answer = { status: number; error: null } | { status: null; error: string };

/** How long an app may take, in milliseconds. */
export type Limits = { connectMs: number; answerMs: number };

/** Shopify's limits: connected within a second, answered within five. */
export const SHOPIFY_LIMITS: Limits = { connectMs: 1000, answerMs: 5000 };

/** Posts a body and reads the answer to its end. Never throws; a redirect is an answer like others. */
export function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
  limits: Limits = SHOPIFY_LIMITS,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = url.startsWith("https:") ? requestHttps : requestHttp;
    const content = Buffer.from(body, "utf8");
    // A connection each: one kept alive may be closed by the app just when it is used again.
    const call = request(url, {
      method: "POST",
      agent: false,
      signal,
      headers: { ...headers, "Content-Length": content.length },
    });
    const connecting = setTimeout(
      () => call.destroy(new Error(`no connection within ${limits.connectMs} ms`)),
      limits.connectMs,
    );
    const answering = setTimeout(
      () => call.destroy(new Error(`no answer within ${limits.answerMs} ms`)),
      limits.answerMs,
    );
    const end = (answer: Answer) => {
      clearTimeout(connecting);
      clearTimeout(answering);
      resolve(answer);
    };
    call.on("socket", (socket) => {
      socket.once("connect", () => clearTimeout(connecting));
    });
    call.on("error", (error) => end({ status: null, error: error.message }));
    call.on("response", (response) => {
      response.resume();
      response.on("error", (error) => end({ status: null, error: error.message }));
      response.on("end", () => end({ status: response.statusCode ?? 0, error: null }));
    });
    call.end(content);
  });
}

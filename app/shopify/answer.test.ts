import { describe, expect, it } from "vitest";
import { readAnswer } from "./answer.ts";

const error = (code: string, path: (string | number)[] = []) => ({
  message: code,
  path,
  extensions: { code },
});
const cost = (asked: number, left: number) => ({
  cost: { requestedQueryCost: asked, throttleStatus: { currentlyAvailable: left, restoreRate: 100 } },
});

describe("readAnswer", () => {
  it.each([
    {
      what: "data",
      status: 200,
      body: { data: { a: 1 } },
      verdict: { kind: "data", data: { a: 1 }, denied: [] },
    },
    {
      what: "fields that the app may not see",
      status: 200,
      body: { data: { c: { email: null } }, errors: [error("ACCESS_DENIED", ["c", "email"])] },
      verdict: { kind: "data", data: { c: { email: null } }, denied: ["c.email"] },
    },
    {
      what: "a root that the app may not see",
      status: 200,
      body: { data: { c: null }, errors: [error("ACCESS_DENIED", ["c"])] },
      verdict: { kind: "denied" },
    },
    {
      what: "an empty bucket",
      status: 200,
      body: { errors: [error("THROTTLED")], extensions: cost(500, 100) },
      verdict: { kind: "throttled", waitMs: 4000 },
    },
    {
      what: "a bucket that is full enough by now",
      status: 200,
      body: { errors: [error("THROTTLED")], extensions: cost(100, 100) },
      verdict: { kind: "throttled", waitMs: 250 },
    },
    {
      what: "a mistake in the operation",
      status: 200,
      body: { errors: [{ message: "Field 'x' doesn't exist" }] },
      verdict: { kind: "refused", message: "Field 'x' doesn't exist" },
    },
    {
      what: "trouble on Shopify's side",
      status: 200,
      body: { errors: [error("INTERNAL_SERVER_ERROR")] },
      verdict: { kind: "passing" },
    },
    { what: "a bad gateway", status: 502, body: "<html>", verdict: { kind: "passing" } },
    { what: "too many requests", status: 429, body: "", verdict: { kind: "throttled" } },
    { what: "a token that ended", status: 401, body: "", verdict: { kind: "stale-token" } },
    { what: "a closed shop", status: 402, body: "", verdict: { kind: "refused" } },
    { what: "no GraphQL", status: 200, body: [], verdict: { kind: "passing" } },
  ])("reads $what as $verdict.kind", ({ status, body, verdict }) => {
    expect(readAnswer(status, body)).toMatchObject(verdict);
  });
});

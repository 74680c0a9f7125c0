import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSigned } from "./webhook-signature.server.ts";

const BODY = Buffer.from('{"id":42,"note":"日本"}');
const sign = (secret: string, body = BODY) => createHmac("sha256", secret).update(body).digest("base64");

describe("isSigned", () => {
  it.each([
    { what: "the secret's own", signature: sign("new"), fits: true },
    { what: "the old secret's, while it is in force", signature: sign("old"), fits: true },
    { what: "another secret's", signature: sign("other"), fits: false },
    { what: "another body's", signature: sign("new", Buffer.from("{}")), fits: false },
    { what: "cut short", signature: sign("new").slice(0, 20), fits: false },
    { what: "no base64", signature: "%%%", fits: false },
    { what: "empty", signature: "", fits: false },
    { what: "missing", signature: null, fits: false },
  ])("says $fits of a signature that is $what", ({ signature, fits }) => {
    expect(isSigned(BODY, signature, ["new", "old"])).toBe(fits);
  });

  it("trusts nobody without a secret", () => {
    expect(isSigned(BODY, sign(""), [])).toBe(false);
  });
});

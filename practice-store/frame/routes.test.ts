import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestAdmin, type TestAdmin } from "./testing/admin.ts";
import { LOCALES, textsOf } from "./texts.ts";

let admin: TestAdmin;

beforeAll(async () => {
  admin = await startTestAdmin();
});

afterAll(() => admin.close());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(admin.url + path, { redirect: "manual", headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("addresses of the admin", () => {
  it.each([
    ["/admin/home", 200],
    ["/admin/orders", 200],
    ["/admin/orders/1001", 200],
    ["/admin/orders/9999", 404],
    ["/admin/products", 200],
    ["/admin/customers", 200],
    ["/admin/customers/7", 200],
    ["/admin/customers/8", 404],
    ["/admin/customers/segments", 200],
    ["/admin/customers/segments/601", 200],
    ["/admin/discounts", 200],
    ["/admin/settings", 200],
    ["/admin/practice", 200],
    ["/admin/apps/laurel", 200],
    ["/admin/apps/laurel/app/customers?page=2", 200],
    ["/admin/apps/laurel-practice-client/app", 200],
    ["/admin/apps/another", 404],
    ["/admin/content/files", 404],
  ])("%s answers %i with a page that nobody can frame", async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(answer.text).toContain("</html>");
  });

  it.each(["/admin/api/2026-10/shop.json", "/admin/oauth/authorize", "/admin/bulk/x", "/admin/themes/1"])(
    "leaves %s to others",
    async (path) => {
      const { text } = await get(path);
      expect(text).toContain("Cannot GET");
    },
  );

  it("/admin is the app", async () => {
    expect((await get("/admin")).headers.get("location")).toBe("/admin/apps/laurel");
  });

  it("is one origin: other names of this machine are sent there", async () => {
    const { port, host } = new URL(admin.url);
    const location = await new Promise((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port,
        path: "/admin/home?a=1",
        headers: { host: `localhost:${port}` },
      };
      httpRequest(options, (response) => resolve(response.headers.location))
        .on("error", reject)
        .end();
    });
    expect(location).toBe(`http://${host}/admin/home?a=1`);
  });
});

describe("what the pages say", () => {
  it("shows a customer's tags, metafields, segments, orders and money", async () => {
    const { text } = await get("/admin/customers/7");
    for (const part of ["Ada Okafor", "tier:gold", "app--1.tier", "Laurel: Gold", "#1002", "£429.90"])
      expect(text).toContain(part);
  });

  it("escapes what the shop contains", async () => {
    const { text } = await get("/admin/orders/1001");
    expect(text).toContain("Blue mug &lt;large&gt;");
    expect((await get("/admin/customers?query=%3Cscript%3E")).text).toContain("“&lt;script&gt;”");
  });

  it.each([
    ["ada", 1],
    ["ADA@example", 1],
    ["tier:gold", 1],
    ["tag:tier:member", 50],
    ["tag:tier", 0],
    ["nobody", 0],
  ])("finds for %j %i customers on the first page", async (query, rows) => {
    const { text } = await get(`/admin/customers?query=${encodeURIComponent(query)}`);
    expect(text.match(/href="\/admin\/customers\/\d+"/g) ?? []).toHaveLength(rows);
  });

  it.each([
    ["", "1–50 of 120"],
    ["page=3", "101–120 of 120"],
    ["page=99", "101–120 of 120"],
    ["page=x", "1–50 of 120"],
    ["page=-1", "1–50 of 120"],
  ])("pages with %j: %s", async (query, range) => {
    expect((await get(`/admin/customers?${query}`)).text).toContain(range);
  });
});

describe("languages", () => {
  it("has every text in every language, with the same names to fill in", () => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const english = textsOf("en");
    for (const locale of LOCALES) {
      const texts = Object.entries(textsOf(locale));
      expect(texts.map(([key]) => key)).toEqual(Object.keys(english));
      expect(texts.map(([key, text]) => [key, names(text)])).toEqual(
        Object.entries(english).map(([key, text]) => [key, names(text)]),
      );
    }
  });

  it.each([
    ["the browser's", { "accept-language": "de-DE,de;q=0.9" }, "de"],
    ["the one chosen", { "accept-language": "de", cookie: "a=1; practice_language=zh-CN" }, "zh-CN"],
    ["English where it has none", { "accept-language": "fi" }, "en"],
    [
      "English for a cookie it does not know",
      { "accept-language": "*", cookie: "practice_language=xx" },
      "en",
    ],
  ])("uses %s", async (_, headers, locale) => {
    expect((await get("/admin/home", headers)).text).toContain(`<html lang="${locale}">`);
  });

  it("remembers a choice and takes it off the address", async () => {
    const { headers } = await get("/admin/orders?page=2&locale=ja");
    expect(headers.get("location")).toBe("/admin/orders?page=2");
    expect(headers.get("set-cookie")).toContain("practice_language=ja");
  });
});

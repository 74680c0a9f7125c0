import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { NOW, smallShop } from "../admin/testing/small-shop.ts";
import { SegmentMembership } from "../segments/membership.ts";
import { createPracticeServer, listen } from "../server.ts";
import { setTags } from "../shop/actions/tags.ts";
import type { Discount } from "../shop/model.ts";
import { orderTotals } from "../shop/order-money.ts";
import { themeFiles } from "./blocks/theme-files.ts";
import { storefrontRoutes } from "./routes.ts";
import { themeEditorRoutes } from "./theme-editor.ts";

const APP = {
  clientId: "client",
  appId: 77,
  handle: "laurel",
  title: "Laurel",
  scopes: [],
  installedAt: NOW.toISOString(),
};
const EDITOR = "/admin/themes/current/editor";
const extensionsDir = join(import.meta.dirname, "..", "..", "extensions");
const dir = mkdtempSync(join(tmpdir(), "storefront-"));
const clock = () => NOW;
const store = smallShop();
const segments = new SegmentMembership(store, { delayMs: 0, clock });
const deps = { store, clock, segments, dir, extensionsDir, app: () => APP };

let server: Server;
let url: string;

beforeAll(async () => {
  server = createPracticeServer([themeEditorRoutes(deps), storefrontRoutes(deps)]);
  url = `http://127.0.0.1:${await listen(server, 0)}`;
  store.put("segments", {
    id: 50,
    name: "Gold",
    query: "customer_tags CONTAINS 'tier:gold'",
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
  });
  store.put("discounts", discount(60, "Gold 10%", {}));
  store.put(
    "discounts",
    discount(61, "Welcome", {
      method: "code",
      codes: [{ id: 1, code: "WELCOME20", usageCount: 0 }],
      value: { kind: "percentage", fraction: 0.2 },
      context: { kind: "all" },
    }),
  );
});

afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

function discount(id: number, title: string, given: Partial<Discount>): Discount {
  return {
    id,
    method: "automatic",
    title,
    codes: [],
    value: { kind: "percentage", fraction: 0.1 },
    items: { kind: "all" },
    minimum: { kind: "none" },
    context: { kind: "customerSegments", segmentIds: [50] },
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
    discountClasses: ["ORDER"],
    startsAt: "2026-01-01T00:00:00Z",
    endsAt: null,
    usageLimit: null,
    appliesOncePerCustomer: false,
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    ...given,
  };
}

const cartShape = z.object({
  item_count: z.number(),
  total_price: z.number(),
  shipping_price: z.number(),
  tax_price: z.number(),
  discounts: z.array(z.object({ title: z.string(), code: z.string().nullable(), amount: z.number() })),
  codes: z.array(z.object({ code: z.string(), applicable: z.boolean() })),
});

/** A shopper's browser: it keeps cookies and follows nothing. */
class Shopper {
  readonly #cookies = new Map<string, string>();

  async send(path: string, form?: Record<string, string>, accept = "text/html"): Promise<Response> {
    const response = await fetch(url + path, {
      redirect: "manual",
      headers: { accept, cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      this.#cookies.set(name, value);
    }
    return response;
  }

  async read(path: string): Promise<string> {
    return (await this.send(path)).text();
  }

  async cart() {
    return cartShape.parse(await (await this.send("/cart.json")).json());
  }
}

describe("a shopper", () => {
  beforeEach(() => {
    setTags(store, clock, 1, ["tier:gold"]);
    setTags(store, clock, 2, []);
  });

  it("finds products by word and collection page, and gets 404 for what is not there", async () => {
    const shopper = new Shopper();
    expect(await shopper.read("/search?q=mug+1")).toContain("/products/mug-1");
    expect(await shopper.read("/search?q=no+such+thing")).not.toContain("/products/mug-1");
    expect((await shopper.send("/products/nothing")).status).toBe(404);
    expect((await shopper.send("/nothing")).status).toBe(404);
  });

  it("pays full price as a guest and gets her segment's discount when logged in", async () => {
    const shopper = new Shopper();
    await shopper.send("/cart/add", { id: "10", quantity: "2" });
    expect(await shopper.cart()).toMatchObject({ item_count: 2, discounts: [], total_price: 2500 + 395 });
    await shopper.send("/login", { customerId: "1" });
    expect(await shopper.cart()).toMatchObject({
      discounts: [{ title: "Gold 10%", code: null, amount: 250 }],
      total_price: 2250 + 395,
    });
    await shopper.send("/login", { customerId: "2" });
    expect(await shopper.cart()).toMatchObject({ discounts: [], total_price: 2500 + 395 });
  });

  it("gets the better of a code and her discount, and is told which code is not used", async () => {
    const shopper = new Shopper();
    await shopper.send("/login", { customerId: "1" });
    await shopper.send("/cart/add", { id: "10" });
    await shopper.send("/cart/discount", { code: "NONE" });
    await shopper.send("/cart/discount", { code: "welcome20" });
    expect(await shopper.cart()).toMatchObject({
      discounts: [{ title: "Welcome", code: "WELCOME20", amount: 250 }],
      codes: [
        { code: "NONE", applicable: false },
        { code: "welcome20", applicable: true },
      ],
    });
  });

  it("orders what the cart said, to the penny, and the code counts as used", async () => {
    const shopper = new Shopper();
    await shopper.send("/login", { customerId: "2" });
    await shopper.send("/cart/add", { id: "10", quantity: "3" });
    await shopper.send("/cart/discount", { code: "WELCOME20" });
    const cart = await shopper.cart();
    const known = new Set(store.tables.orders.keys());
    const topics: string[] = [];
    const hear = ({ topic }: { topic: string }) => topics.push(topic);
    store.changes.on("event", hear);
    const answer = await shopper.send("/checkout", {});
    store.changes.off("event", hear);

    const [order, ...more] = [...store.tables.orders.values()].filter(({ id }) => !known.has(id));
    if (order === undefined) throw new Error("No order was placed.");
    expect(more).toEqual([]);
    expect(order).toMatchObject({ customerId: 2, discountCodes: ["WELCOME20"], financialStatus: "PAID" });
    const totals = orderTotals(order);
    expect(totals.totalMinor).toBe(cart.total_price);
    expect(totals.taxMinor).toBe(cart.tax_price);
    expect(topics).toContain("orders/create");
    expect(store.get("discounts", 61)?.codes[0]?.usageCount).toBe(1);
    expect((await shopper.cart()).item_count).toBe(0);
    expect(await shopper.read(answer.headers.get("location") ?? "")).toContain(order.name);
    expect((await new Shopper().send(`/orders/${order.id}/thank-you`)).status).toBe(404);
  });

  it("can't be sent to another site by logging in", async () => {
    const shopper = new Shopper();
    const answer = await shopper.send("/login", { customerId: "1", return_to: "//example.com" });
    expect(answer.headers.get("location")).toBe("/account");
  });
});

describe("the merchant's theme", () => {
  const link = `${EDITOR}?template=customers/account&addAppBlockId=client/tier-progress&target=newAppsSection`;
  const account = (): string =>
    themeFiles(dir).find(({ filename }) => filename === "templates/customers/account.json")?.content ?? "";

  beforeAll(() => {
    store.put("metafieldDefinitions", {
      id: 70,
      ownerType: "CUSTOMER",
      namespace: "app--77",
      key: "standing",
      name: "Standing",
      description: null,
      type: "json",
      access: { admin: null, storefront: "PUBLIC_READ", customerAccount: null },
    });
    store.put("metafields", {
      id: 71,
      ownerGid: store.customerGid(1),
      namespace: "app--77",
      key: "standing",
      type: "json",
      value: JSON.stringify({ v: 1, tier: "Gold", since: "2026-01-05", currency: "GBP", progress: null }),
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    });
  });

  it("has no block until the merchant saves it in the editor, which previews it first", async () => {
    const shopper = new Shopper();
    await shopper.send("/login", { customerId: "1" });
    expect(await shopper.read("/account")).not.toContain("laurel-tier");
    const editor = await shopper.read(link);
    expect(editor).toContain("Not saved");
    const preview = /<iframe[^>]*src="(?<src>[^"]*)"/.exec(editor)?.groups?.src ?? "";
    expect(await shopper.read(preview.replaceAll("&amp;", "&"))).toContain("laurel-tier");
    expect(await shopper.read("/account")).not.toContain("laurel-tier");

    await shopper.send(EDITOR, { action: "add", template: "customers/account", block: "tier-progress" });
    const page = await shopper.read("/account");
    expect(page).toContain("Gold");
    expect(page).toMatch(
      /<link rel="stylesheet" href="\/cdn\/extensions\/laurel-theme\/assets\/tier-progress.css"/,
    );
    expect((await shopper.send("/cdn/extensions/laurel-theme/assets/tier-progress.css")).status).toBe(200);
    expect(account()).toMatch(/"type": "shopify:\/\/apps\/laurel\/blocks\/tier-progress\/[0-9a-f-]{36}"/);
  });

  it("speaks the shopper's language on later pages too", async () => {
    const shopper = new Shopper();
    await shopper.send("/login", { customerId: "1" });
    expect(await shopper.read("/account?locale=de")).toContain("Deine Mitgliedschaft");
    expect(await shopper.read("/account")).toContain("Deine Mitgliedschaft");
  });

  it("invites guests on the membership page and sends them from the account to log in", async () => {
    const guest = new Shopper();
    expect(await guest.read("/pages/membership")).toContain("Log in to see your tier");
    expect((await guest.send("/account")).headers.get("location")).toBe("/account/login");
  });

  it("shows nothing of a metafield that the storefront may not read", async () => {
    const definition = store.get("metafieldDefinitions", 70);
    if (definition === undefined) throw new Error("The definition is gone.");
    const shopper = new Shopper();
    await shopper.send("/login", { customerId: "1" });
    store.put("metafieldDefinitions", {
      ...definition,
      access: { ...definition.access, storefront: "NONE" },
    });
    const hidden = await shopper.read("/account");
    store.put("metafieldDefinitions", definition);
    expect(hidden).toContain("Every order counts towards your membership");
    expect(await shopper.read("/account")).toContain("Gold");
  });

  it("keeps the merchant's settings, and loses the block when she removes it", async () => {
    const merchant = new Shopper();
    await merchant.send("/login", { customerId: "1" });
    const block = /"(?<id>tier_progress_\w+)": \{/.exec(account())?.groups?.id ?? "";
    const form = { template: "customers/account", block };
    await merchant.send(EDITOR, { action: "settings", ...form, set_layout: "compact", set_label: "Club" });
    const page = await merchant.read("/account");
    expect(page).toContain("laurel-tier--compact");
    expect(page).toContain("Club");
    expect(page).not.toContain("Since");
    await merchant.send(EDITOR, { action: "remove", ...form });
    expect(await merchant.read("/account")).not.toContain("laurel-tier");
    expect(account()).not.toContain("shopify://");
  });

  it("says so where no installed app has the block of a link", async () => {
    const page = await new Shopper().read(`${EDITOR}?addAppBlockId=other/block`);
    expect(page).toContain("No installed app has the block");
  });
});

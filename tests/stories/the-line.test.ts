import type { Browser, Page } from "playwright-core";
import insights from "#app/ui/locales/en/insights.json" with { type: "json" };
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  appIn,
  goTo,
  launchChromium,
  openPerson,
  photograph,
  photographFailure,
  seriousIssues,
} from "./support/browser.ts";
import { startDemo, type Demo } from "./support/demo.ts";
import { expectedTiers, shopDay, toMinor, type LadderTier } from "./support/recompute.ts";
import { connectShop, type Shop, type ShopCustomer } from "./support/shop.ts";
import { traces } from "./support/traces.ts";

const CUSTOMERS = 300;
const SOON = { timeout: 10_000, interval: 200 };
const IN_TIME = { timeout: 60_000, interval: 250 };

const tierTags = ({ tags }: ShopCustomer) => tags.filter((tag) => tag.startsWith("tier:"));
const keyOf = (tier: string) => `tier:${tier.toLowerCase()}`;
const numberOf = (gid: string) => gid.split("/").at(-1) ?? "";

/** From an empty install to benefits at the checkout and back to nothing. Each step goes on from the last. */
describe("the line, as the people of a shop walk it", () => {
  let demo: Demo;
  let browser: Browser;
  let shop: Shop;
  /** The merchant's browser, and a shopper's. */
  let merchant: Page;
  let shopper: Page;
  let before: Awaited<ReturnType<typeof traces>>;
  let ladder: (LadderTier & { percentOff: number | null })[];
  const problems: string[] = [];

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(CUSTOMERS), launchChromium()]);
    shop = connectShop(demo);
    merchant = await openPerson(browser, problems);
    shopper = await openPerson(browser, problems);
    before = await traces(shop);
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  let broken = false;
  beforeEach(({ skip }) => skip(broken, "an earlier step failed"));
  afterEach(async ({ task }) => {
    if (broken || task.result?.state !== "fail") return;
    broken = true;
    await Promise.all([photographFailure(merchant, "merchant"), photographFailure(shopper, "shopper")]);
  });

  /** Approves the plan that waits, from the page of changes, and waits until it is written. */
  async function approveWaitingPlan(cause: string): Promise<void> {
    await goTo(merchant, "Changes");
    const app = appIn(merchant);
    const row = app.getByRole("row").filter({ hasText: cause }).filter({ hasText: "Waits for approval" });
    await row.getByRole("link").click(IN_TIME);
    await app.getByRole("button", { name: /^Approve [\d,]+ changes?$/ }).click();
    await app.getByText(/^[\d,]+ written, [\d,]+ were so already\.$/).waitFor(IN_TIME);
  }

  it("reads the history and proposes a ladder, which the merchant publishes", async () => {
    await merchant.goto(demo.admin);
    const app = appIn(merchant);
    await app.getByRole("heading", { name: "Set up Laurel" }).waitFor(IN_TIME);
    await app.getByText(/^[\d,]+ orders of 300 customers are in\.$/).waitFor(IN_TIME);
    await app.getByRole("link", { name: "Look at the ladder" }).click();

    await app.getByText("No ladder is in force yet").waitFor();
    ladder = await Promise.all(
      (await app.locator(".laurel-tier").all()).map(async (tier) => {
        const percent = tier.getByLabel("Percent off");
        return {
          name: await tier.getByLabel("Name").inputValue(),
          from: toMinor(await tier.getByLabel(/^Spend in 12 months from/).inputValue()),
          percentOff: (await percent.count()) === 0 ? null : Number(await percent.inputValue()),
        };
      }),
    );
    expect(ladder.map(({ name, percentOff }) => [name, percentOff])).toEqual([
      ["Member", null],
      ["Silver", 5],
      ["Gold", 10],
      ["Platinum", 15],
    ]);
    await app.getByRole("button", { name: "Publish", exact: true }).click();
    await app.getByRole("button", { name: "Publish and list the changes" }).click();
    await app.getByRole("heading", { name: /^This will change tags on 300 customers/ }).waitFor(IN_TIME);
    expect(await traces(shop)).toEqual(before);
  });

  it("writes what the merchant approves: all customers have the tier of their orders", async () => {
    await approveWaitingPlan("First write to Shopify");
    const [customers, orders] = [await shop.customers(), await shop.orders()];
    const expected = expectedTiers(orders, ladder, shopDay(new Date()));
    const shown = customers.map(({ id, standing, ...customer }) => ({
      id,
      tags: tierTags({ id, standing, ...customer }),
      standing: standing && { tier: standing.tier, rank: standing.rank, until: standing.until },
      progress: standing?.progress ?? null,
    }));
    const should = customers.map(({ id }) => {
      const { name, rank, spend, until } = expected.get(id) ?? {
        name: "Member",
        rank: 0,
        spend: 0,
        until: null,
      };
      const next = ladder[rank + 1];
      return {
        id,
        tags: [keyOf(name)],
        standing: { tier: name, rank, until },
        progress: next
          ? { current: spend, needed: next.from, missing: next.from - spend, next: next.name }
          : null,
      };
    });
    expect(customers).toHaveLength(CUSTOMERS);
    expect(shown).toEqual(should);
    expect(new Set(should.map(({ standing }) => standing.tier)).size).toBeGreaterThan(2);
  });

  it("makes one segment and one automatic discount for each tier with a benefit", async () => {
    const segments = (await shop.segments()).filter(({ id }) => !before.segments.includes(id));
    const discounts = (await shop.automaticDiscounts()).filter(({ id }) => !before.discounts.includes(id));
    const benefited = ladder.filter(({ percentOff }) => percentOff !== null);
    expect(segments.map(({ query }) => query).toSorted()).toEqual(
      benefited.map(({ name }) => `customer_tags CONTAINS '${keyOf(name)}'`).toSorted(),
    );
    const made = discounts.map(({ automaticDiscount: { context, customerGets } }) => ({
      segment: segments.find(({ id }) => id === context?.segments?.[0]?.id)?.query,
      percentage: customerGets?.value.percentage,
    }));
    expect(made.toSorted((a, b) => (a.percentage ?? 0) - (b.percentage ?? 0))).toEqual(
      benefited.map(({ name, percentOff }) => ({
        segment: `customer_tags CONTAINS '${keyOf(name)}'`,
        percentage: (percentOff ?? 0) / 100,
      })),
    );
  });

  it("puts the tier block on the account page by the theme editor", async () => {
    await goTo(merchant, "Home");
    await appIn(merchant).getByRole("link", { name: "Add the block" }).click();
    await merchant.getByRole("button", { name: "Save" }).click();
    await merchant.getByText("Saved", { exact: true }).waitFor();
    await merchant.goto(demo.admin);
    await appIn(merchant)
      .getByRole("heading", { name: /% of your customers and/ })
      .waitFor();
    await appIn(merchant).getByRole("heading", { name: "Set up Laurel" }).waitFor({ state: "hidden" });
  });

  describe("a Silver customer", () => {
    let customer: ShopCustomer;
    let order: { id: number; name: string };
    const now = async () => {
      const { standing, ...rest } = await shop.customer(customer.id);
      return { tags: tierTags({ standing, ...rest }), standing: standing?.tier };
    };

    beforeAll(async () => {
      const silver = (await shop.customers()).filter(({ standing }) => standing?.tier === "Silver");
      const missing = ({ standing }: ShopCustomer) => standing?.progress?.missing ?? 0;
      const [nearest] = silver.toSorted((a, b) => missing(a) - missing(b));
      if (nearest === undefined) throw new Error("The shop has no Silver customer.");
      customer = nearest;
    });

    it("becomes Gold within ten seconds of an order", async () => {
      order = await shop.placeOrder(customer.id, (customer.standing?.progress?.missing ?? 0) + 100);
      await expect.poll(now, SOON).toEqual({ tags: ["tier:gold"], standing: "Gold" });
    });

    it("sees Gold on the storefront, and its discount in the cart", async () => {
      await shopper.goto(`${demo.storefront}/account/login`);
      const login = await shopper.request.post(`${demo.storefront}/login`, {
        form: { customerId: numberOf(customer.id), return_to: "/account" },
      });
      expect(login.ok()).toBe(true);
      await shopper.goto(`${demo.storefront}/account`);
      await shopper.getByRole("heading", { level: 2, name: /Gold$/ }).waitFor();
      await photograph(shopper, "storefront-account");
      expect(await seriousIssues(shopper)).toEqual([]);

      await shopper.goto(`${demo.storefront}/collections/all`);
      await shopper.getByRole("main").getByRole("link").first().click();
      await shopper.getByRole("button", { name: /cart/i }).first().click();
      await shopper.waitForURL(/\/cart$/);
      await expect
        .poll(async () => {
          await shopper.reload();
          return shopper.getByRole("complementary", { name: "Summary" }).textContent();
        }, IN_TIME)
        .toMatch(/Gold/);
    });

    it("is Silver again after a refund, and her page says why", async () => {
      await shop.refund(order.id);
      await expect.poll(now, SOON).toEqual({ tags: ["tier:silver"], standing: "Silver" });
      const app = appIn(merchant);
      await goTo(merchant, "Customers");
      await app.getByRole("textbox").first().fill(numberOf(customer.id));
      await app.getByText(/^1 of 300 customers/).waitFor();
      await app.getByRole("row").filter({ hasText: "Silver" }).getByRole("link").first().click();
      await app.getByRole("heading", { name: "Timeline" }).waitFor();
      const moves = app.getByRole("listitem");
      await moves
        .filter({ hasText: `Fell from Gold to Silver` })
        .filter({ hasText: `refund of order ${order.name}` })
        .first()
        .waitFor();
      await moves
        .filter({ hasText: `Rose from Silver to Gold` })
        .filter({ hasText: `by order ${order.name}` })
        .first()
        .waitFor();
      await photograph(merchant, "customer");
      expect(await seriousIssues(merchant, "#app")).toEqual([]);
    });
  });

  it.each(["Home", "Customers", "Membership", "Insights", "Changes", "Settings"])(
    "shows %s without serious hindrances",
    async (name) => {
      await goTo(merchant, name);
      await merchant.locator("#loading-bar").waitFor({ state: "hidden" });
      await photograph(merchant, name.toLowerCase());
      expect(await seriousIssues(merchant, "#app")).toEqual([]);
    },
  );

  it.each(Object.entries(insights.pages))("shows the %s page of Insights", async (slug, { title }) => {
    await goTo(merchant, "Insights");
    const app = appIn(merchant);
    await app.getByRole("link", { name: title, exact: true }).click();
    await app.getByRole("heading", { level: 1, name: title }).waitFor();
    await expect.poll(() => app.getByText("Being worked out").count(), IN_TIME).toBe(0);
    await photograph(merchant, `insights-${slug}`);
    expect(await seriousIssues(merchant, "#app")).toEqual([]);
  });

  it("makes a segment of a cell of the RFM page, with the tag that it needs", async () => {
    const app = appIn(merchant);
    await goTo(merchant, "Insights");
    await app.getByRole("link", { name: insights.pages.rfm.title, exact: true }).click();
    await app.getByRole("tab", { name: "125 cells" }).first().click();
    const link = app.getByRole("link", { name: /^Customers of cell \d{3}$/ }).first();
    const cell = await link.innerText();
    await photograph(merchant, "insights-rfm-cells");
    await link.click();
    const shown = await app.getByText(/^\d+ of 300 customers/).innerText();
    await photograph(merchant, "customers-of-a-cell");
    expect(await seriousIssues(merchant, "#app")).toEqual([]);
    await app.getByRole("button", { name: `Make a Shopify segment of Cell ${cell}` }).click();
    await app.getByRole("button", { name: /^Approve/ }).waitFor(IN_TIME);
    const tagged = async () =>
      (await shop.customers()).filter(({ tags }) => tags.includes(`rfm:${cell}`)).length;
    expect(await tagged()).toBe(0);
    await approveWaitingPlan("Segments of RFM groups");
    expect((await shop.segments()).map(({ query }) => query)).toContain(
      `customer_tags CONTAINS 'rfm:${cell}'`,
    );
    expect(`${await tagged()} of 300`).toBe(shown.split(" customers")[0]);
  });

  it("shows a plan without serious hindrances", async () => {
    await goTo(merchant, "Changes");
    const app = appIn(merchant);
    await app.getByRole("row").filter({ hasText: "First write to Shopify" }).getByRole("link").click();
    await app.getByRole("heading", { level: 1, name: /^Plan \d+/ }).waitFor();
    await photograph(merchant, "plan");
    expect(await seriousIssues(merchant, "#app")).toEqual([]);
  });

  it("removes everything it wrote when the merchant says so", async () => {
    await goTo(merchant, "Changes");
    const app = appIn(merchant);
    await app.getByRole("button", { name: "Remove everything" }).click();
    await app.getByRole("button", { name: "List what would be removed" }).click();
    await app.getByRole("heading", { level: 1, name: /^Plan \d+/ }).waitFor();
    await app.getByRole("button", { name: /^Approve/ }).waitFor(IN_TIME);
    await approveWaitingPlan("Remove everything Laurel wrote");
    expect(await traces(shop)).toEqual(before);
  });

  it("threw no error in any page", () => {
    expect(problems).toEqual([]);
  });
});

import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type FrameLocator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestAdmin, type TestAdmin } from "./testing/admin.ts";
import { chromiumPath } from "./testing/chromium.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

describe.skipIf(chromiumPath === undefined)(
  "the admin frame in Chromium (skipped where none is found)",
  () => {
    let admin: TestAdmin;
    let browser: Browser;
    let page: Page;
    let app: FrameLocator;
    let problems: string[];

    beforeAll(async () => {
      admin = await startTestAdmin();
      browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
    });

    afterAll(async () => {
      await browser.close();
      admin.close();
    });

    beforeEach(async () => {
      problems = [];
      const context = await browser.newContext({ viewport: WIDE, locale: "en-GB" });
      page = await context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      app = page.frameLocator("#app");
    });

    afterEach(async () => {
      await page.context().close();
      expect(problems).toEqual([]);
    });

    async function open(path = "/admin"): Promise<void> {
      await page.goto(admin.url + path);
      await page.locator("#loading-bar").waitFor({ state: "hidden" });
    }

    const out = (text: string | RegExp) => app.locator("#out", { hasText: text }).waitFor();
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const violations = async () => {
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    };

    it("opens the app with its menu, title and buttons", async () => {
      await open();
      await app.getByRole("heading", { name: "Home" }).waitFor();
      await page.getByRole("link", { name: "Changes" }).waitFor();
      expect(await page.locator("#page-title").textContent()).toBe("Home");
      expect(await page.locator("#app-link").getAttribute("aria-current")).toBe("page");
      expect(await page.title()).toBe("Home · Laurel · Hazel & Finch");
      await button("Recalculate").click();
      await out("recalculated");
    });

    it("goes where its menu says, keeps the address, and comes back on reload and on Back", async () => {
      await open();
      await page.locator("#app-menu").getByRole("link", { name: "Customers" }).click();
      await app.locator("#here").waitFor();
      await page.waitForURL(`${admin.url}/admin/apps/laurel/app/customers`);
      expect(await page.locator("#app-menu [aria-current]").textContent()).toBe("Customers");
      expect(await page.locator("#page-title").textContent()).toBe("Customers");
      await page.reload();
      await app.locator("#here").waitFor();
      await page.goBack();
      await page.waitForURL(`${admin.url}/admin/apps/laurel/app`);
    });

    it("gives the app's requests a session token, and a new one when the app asks again", async () => {
      await open();
      const tokens: string[] = [];
      page.on("request", (request) => {
        if (request.url().endsWith("/data")) tokens.push(request.headers().authorization ?? "");
      });
      await app.getByRole("button", { name: "Data" }).click();
      await out(/^200 eyJ/);
      expect(tokens).toEqual([expect.stringMatching(/^Bearer eyJ/), expect.stringMatching(/^Bearer eyJ/)]);
      expect(tokens[0]).not.toBe(tokens[1]);
    });

    it("follows the app to another page of the admin", async () => {
      await open();
      await app.getByRole("link", { name: "Orders in Shopify" }).click();
      await page.waitForURL(`${admin.url}/admin/orders`);
      await open();
      await app.getByRole("button", { name: "Away" }).click();
      await page.waitForURL(`${admin.url}/admin/customers`);
    });

    it("fetches a token on the bounce page and goes on", async () => {
      const target = encodeURIComponent(`${new URL(admin.appUrl).origin}/app/customers?tier=gold`);
      await open(`/admin/apps/laurel/auth/session-token?shopify-reload=${target}`);
      await app.locator("#here").waitFor();
      await page.waitForURL(`${admin.url}/admin/apps/laurel/app/customers?tier=gold`);
    });

    it("brings an app that is opened alone into the admin", async () => {
      await page.goto(`${admin.appUrl}/customers`);
      await page.waitForURL(`${admin.url}/admin/apps/laurel/app/customers`);
      await app.locator("#here").waitFor();
    });

    it("shows toasts, whose button the app hears", async () => {
      await open();
      await app.getByRole("button", { name: "Error" }).click();
      await page.getByRole("alert").filter({ hasText: "Not saved" }).waitFor();
      await app.getByRole("button", { name: "Toast" }).click();
      await button("Undo").click();
      await out("undone");
      expect(await page.getByRole("status").textContent()).toBe("");
    });

    it("shows the save bar from the first change until it is saved or surely discarded", async () => {
      await open();
      await app.getByLabel("Prefix").fill("x:");
      await button("Save").click();
      await out("saved");
      await page.locator("#save-bar").waitFor({ state: "hidden" });

      await app.getByLabel("Prefix").fill("y:");
      await button("Discard").click();
      await button("Continue editing").click();
      expect(await page.locator("#save-bar").isVisible()).toBe(true);
      await button("Discard").click();
      await button("Discard changes").click();
      await out("discarded");
      await page.locator("#save-bar").waitFor({ state: "hidden" });
    });

    it("asks before unsaved changes are left", async () => {
      await open();
      await app.getByLabel("Prefix").fill("x:");
      const customers = page.locator("#app-menu").getByRole("link", { name: "Customers" });
      await customers.click();
      await button("Stay").click();
      expect(await app.getByLabel("Prefix").inputValue()).toBe("x:");
      await customers.click();
      await button("Leave page").click();
      await app.locator("#here").waitFor();
    });

    it("opens a modal over the whole screen, closed by its buttons and by Escape", async () => {
      await open();
      const opener = app.getByRole("button", { name: "Modal" });
      await opener.click();
      const modal = app.getByRole("dialog", { name: "Remove everything?" });
      await modal.waitFor();
      expect(await page.locator("header[inert]").count()).toBe(1);
      await modal.getByRole("button", { name: "Remove" }).click();
      await out("removed");
      await modal.waitFor({ state: "detached" });

      await opener.click();
      await modal.waitFor();
      await page.keyboard.press("Escape");
      await modal.waitFor({ state: "detached" });
      expect(await app.locator("#open-modal:focus").count()).toBe(1);
      expect(await page.locator("header[inert]").count()).toBe(0);
    });

    it("speaks the language chosen, and so does the app", async () => {
      await open();
      await page.locator(".account summary").click();
      await page.getByRole("link", { name: "简体中文" }).click();
      await page.getByText("应用", { exact: true }).waitFor();
      expect(await app.locator("html").getAttribute("lang")).toBe("zh-CN");
    });

    it("has its menu in a drawer on a narrow screen", async () => {
      await page.setViewportSize(NARROW);
      await open();
      const settings = page.getByRole("link", { name: "Settings" });
      expect(await settings.isVisible()).toBe(false);
      await button("Menu").click();
      await settings.waitFor();
      await page.keyboard.press("Escape");
      await settings.waitFor({ state: "hidden" });
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBe(NARROW.width);
    });

    it("says so when nobody answers where the app should be", async () => {
      await page.clock.install();
      await page.route(`${new URL(admin.appUrl).origin}/**`, (route) => route.abort("connectionrefused"));
      await page.goto(`${admin.url}/admin`);
      await page.clock.runFor(4_000);
      await page
        .getByRole("alert")
        .filter({ hasText: `Laurel does not answer at ${admin.appUrl}.` })
        .waitFor();
    });

    it("leaves a page of the app that has no App Bridge as it is", async () => {
      await page.clock.install();
      await page.route("**/practice/app-bridge.js", (route) => route.abort());
      await page.goto(`${admin.url}/admin`);
      await page.clock.runFor(4_000);
      await page.locator("#loading-bar").waitFor({ state: "hidden" });
      expect(await page.locator("#app-silent").isVisible()).toBe(false);
      problems = [];
    });

    it.each([
      ["the app", "/admin", WIDE],
      ["the app, narrow", "/admin", NARROW],
      ["home", "/admin/home", WIDE],
      ["customers", "/admin/customers", WIDE],
      ["a customer", "/admin/customers/7", NARROW],
      ["an order", "/admin/orders/1002", WIDE],
      ["discounts", "/admin/discounts", WIDE],
      ["segments", "/admin/customers/segments", WIDE],
      ["settings", "/admin/settings", WIDE],
      ["a page that is not there", "/admin/nothing", WIDE],
    ])("axe finds nothing wrong on %s", async (_, path, size) => {
      await page.setViewportSize(size);
      await page.goto(admin.url + path);
      if (path === "/admin") await page.locator("#app-menu a").first().waitFor({ state: "attached" });
      expect(await violations()).toEqual([]);
    });

    it("axe finds nothing wrong with save bar, toasts and account menu open", async () => {
      await open();
      await app.getByLabel("Prefix").fill("x:");
      await app.getByRole("button", { name: "Toast" }).click();
      await app.getByRole("button", { name: "Error" }).click();
      await page.locator(".account summary").click();
      expect(await violations()).toEqual([]);
    });
  },
);

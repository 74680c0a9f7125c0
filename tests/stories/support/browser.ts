import { mkdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { findChromium } from "../../../tools/chromium.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The admin frame and the app are two origins of this machine.
  "--disable-features=LocalNetworkAccessChecks",
];
const WIDTHS = [1280, 390];
const SCREENSHOTS = path.resolve("test-output/screenshots");
const HEIGHT = 900;

/** @throws Error where there is no Chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("The stories need Chromium: set CHROMIUM_PATH to one.");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A person at a browser of her own. `problems` collects what the pages' scripts throw. */
export async function openPerson(browser: Browser, problems: string[]): Promise<Page> {
  const [major] = browser.version().split(".");
  const context: BrowserContext = await browser.newContext({
    // As a person's browser names itself: bots are served without scripts.
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
    viewport: { width: WIDTHS[0] ?? 1280, height: HEIGHT },
    locale: "en-GB",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  return page;
}

/** The app inside the admin's frame. */
export function appIn(page: Page): FrameLocator {
  return page.frameLocator("#app");
}

/** Goes to a page of the app by the admin's menu, and waits for its title. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.locator("#app-menu").getByRole("link", { name, exact: true });
  // The app's own name in the menu is its home page.
  await (name === "Home" ? page.locator("#app-link") : menu).click();
  await appIn(page).getByRole("heading", { level: 1, name }).waitFor();
}

/** The page's serious and critical accessibility problems, one line each; `part` is a CSS selector. */
export async function seriousIssues(page: Page, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (part === "#app") builder.include(["#app", "body"]);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, target }) => `${target.join(" ")} ${html}`).join("\n")}`,
    );
}

/** What the page looks like where a step failed. */
export async function photographFailure(page: Page, person: string): Promise<void> {
  await page.screenshot({ path: path.join(SCREENSHOTS, `failed-${person}.png`), fullPage: true });
}

/** Leaves pictures of the page, wide and on a phone, in test-output/screenshots. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    // Charts and tables fit themselves to a new width after it.
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: WIDTHS[0] ?? 1280, height: HEIGHT });
}

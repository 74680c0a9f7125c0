import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readThemeExtensions } from "../../practice-store/storefront/blocks/extension.ts";
import { blockType, renderBlock } from "../../practice-store/storefront/blocks/render.ts";
import { EXTENSION_DIR } from "./extension.ts";

const silver = {
  v: 1,
  tier: "Silver",
  rank: 1,
  since: "2026-03-02",
  until: "2027-03-02",
  currency: "GBP",
  progress: { current: 24_240, needed: 30_000, missing: 5760, next: "Gold", by: "2027-03-03" },
  keep: { missing: 1200, by: "2027-06-01" },
  benefits: ["5% off every order"],
  nextBenefits: ["10% off every order", "Free shipping"],
};

type Shopper = { standing?: unknown; loggedIn?: boolean; locale?: string; currency?: string };

const extensions = readThemeExtensions(join(EXTENSION_DIR, ".."));

/** The block's HTML with white space folded, as a shopper gets it. */
function render(shopper: Shopper, settings: Record<string, string | number | boolean> = {}): string {
  const { standing, loggedIn = true, locale = "en", currency = "GBP" } = shopper;
  const [extension] = extensions;
  const block = extension?.blocks.find(({ handle }) => handle === "tier-progress");
  if (extension === undefined || block === undefined) throw new Error("The extension has no such block.");
  const metafields = standing === undefined ? {} : { $app: { standing: { type: "json", value: standing } } };
  const rendered = renderBlock(
    { id: "b1", type: blockType("laurel", extension, block), settings },
    extensions,
    {
      customer: loggedIn ? { id: 1, metafields } : null,
      cart: { currency: { iso_code: currency } },
      request: { locale: { iso_code: locale } },
      routes: { storefront_login_url: "/login", all_products_collection_url: "/collections/all" },
    },
    { currency, timeZone: "America/New_York", assetUrl: (_, file) => `/${file}`, designMode: false },
  );
  return (rendered?.html ?? "").replace(/\s+/g, " ");
}

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("the tier progress block", () => {
  it("says tier, dates, what is missing, what keeps the tier, and benefits", () => {
    expect(words(render({ standing: silver }))).toBe(
      "Your membership Silver Since March 2, 2026 Valid until March 2, 2027 " +
        "£57.60 more by March 3, 2027 for Gold £242.40 of £300.00 Gold " +
        "£12.00 more by June 1, 2027 keeps you Silver " +
        "Your benefits 5% off every order With Gold you get 10% off every order Free shipping",
    );
  });

  it("shows progress as a bar that also says it in words", () => {
    const html = render({ standing: silver });
    expect(html).toContain('role="progressbar"');
    expect(html).toContain('aria-label="Progress to Gold"');
    expect(html).toContain('aria-valuenow="80"');
    expect(html).toContain('aria-valuetext="£242.40 of £300.00"');
    expect(html).toContain("inline-size: 80%");
  });

  it("thanks the top tier and says what keeps it, without a bar", () => {
    const html = render({ standing: { ...silver, tier: "Platinum", progress: null, nextBenefits: [] } });
    expect(words(html)).toContain(
      "You have reached our highest tier. Thank you. £12.00 more by June 1, 2027",
    );
    expect(html).not.toContain("progressbar");
    expect(html).not.toContain("With");
  });

  it("leaves out what the standing does not say", () => {
    const bare = {
      ...silver,
      until: null,
      keep: null,
      progress: { ...silver.progress, by: null },
      benefits: [],
      nextBenefits: [],
    };
    expect(words(render({ standing: bare }))).toBe(
      "Your membership Silver Since March 2, 2026 £57.60 more for Gold £242.40 of £300.00 Gold",
    );
  });

  it("invites a guest to log in", () => {
    const html = render({ loggedIn: false });
    expect(words(html)).toContain("Be rewarded for every order");
    expect(html).toContain('href="/login"');
  });

  it("tells a guest what the merchant says membership gives, a line a benefit", () => {
    const html = render(
      { loggedIn: false },
      { membership_benefits: "5% off\n\nFree gift wrap", guest_heading: "Join" },
    );
    expect(html.match(/<li/g)).toHaveLength(2);
    expect(words(html)).toContain("Join");
    expect(words(html)).not.toContain("Be rewarded");
  });

  it.each<[string, unknown]>([
    ["no standing", undefined],
    ["a standing of a later version", { ...silver, v: 2 }],
    ["something else in its place", "Silver"],
  ])("welcomes a customer with %s as new", (_, standing) => {
    const text = words(render({ standing }));
    expect(text).toContain("Every order counts towards your membership");
    expect(text).not.toContain("Silver");
  });

  it("writes names and benefits as text, once escaped", () => {
    const html = render({ standing: { ...silver, tier: "A&B <i>", benefits: ["<img src=x>"] } });
    expect(html).toContain("A&amp;B &lt;i&gt;");
    expect(html).toContain("keeps you A&amp;B &lt;i&gt;");
    expect(html).not.toContain("&amp;amp;");
    expect(html).not.toContain("<img");
  });

  it.each([
    ["JPY", { current: 2424, needed: 30_000, missing: 27_576 }, "¥27,576"],
    ["EUR", { current: 24_240, needed: 30_000, missing: 5760 }, "€57,60"],
  ])("writes %s in its own units", (currency, amounts, expected) => {
    const standing = { ...silver, currency, progress: { ...silver.progress, ...amounts }, keep: null };
    expect(words(render({ standing, currency }))).toContain(`${expected} more by`);
  });

  it("writes the shop's currency with its code to a buyer who pays in another", () => {
    expect(words(render({ standing: silver, currency: "USD" }))).toContain("57.60 GBP more by");
  });

  it.each([
    ["de", "Noch £57.60 bis zum 3. März 2027 für Gold"],
    ["fr", "Plus que £57.60 d’ici le 3 mars 2027 pour passer Gold"],
    ["es", "Te faltan £57.60 antes del 3 de marzo de 2027 para Gold"],
    ["ja", "2027年3月3日までにあと£57.60でGold"],
    ["zh-CN", "2027年3月3日前再消费 £57.60，即可升级为Gold"],
  ])("speaks %s", (locale, sentence) => {
    const text = words(render({ standing: silver, locale }));
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/missing|Your|more/);
  });

  it("follows the merchant's settings", () => {
    const html = render(
      { standing: silver },
      {
        layout: "compact",
        alignment: "center",
        label: "Club",
        show_dates: false,
        show_benefits: false,
        show_next_benefits: false,
        color_bar: "#336699",
        bar_height: 16,
      },
    );
    expect(html).toContain("laurel-tier--compact laurel-tier--center");
    expect(html).toContain("--laurel-accent: #336699;");
    expect(html).toContain("--laurel-bar: 16px;");
    expect(words(html)).toContain("Club Silver £57.60 more");
    expect(words(html)).not.toMatch(/Since|off every order|shipping/);
  });

  it("takes its colours from the theme where none is set", () => {
    expect(render({ standing: silver })).not.toMatch(/--laurel-(?:text|background|accent|track):/);
  });
});

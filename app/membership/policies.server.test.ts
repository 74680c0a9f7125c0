import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { addCustomers, createShop, orderRow } from "../../tests/support/shop-rows.ts";
import { currentPolicy } from "./current-policy.server.ts";
import { defaultDefinition } from "./default-definition.ts";
import { discardDraft } from "./discard-draft.server.ts";
import { draftPolicy } from "./draft-policy.server.ts";
import { ensurePolicy } from "./ensure-policy.server.ts";
import { previewLadder } from "./preview-ladder.server.ts";
import { proposeLadder } from "./propose-ladder.server.ts";
import { publishPolicy } from "./publish-policy.server.ts";
import { rebuildStandings } from "./rebuild-standings.server.ts";
import { saveDraft } from "./save-draft.server.ts";

const today = "2026-06-01";

/** Customer n of 20 spent n × 10 pounds this year, and more before it; customer 21 nothing. */
async function shopOfTwenty() {
  const shop = await createShop(today);
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  await addCustomers(shop, [...ids, 21]);
  await prisma.order.createMany({
    data: ids.flatMap((id) => [
      orderRow(shop, id, id, "2026-05-01", id * 1_000),
      orderRow(shop, id, 100 + id, "2025-06-01", 99_000),
    ]),
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  return shop;
}

describe("a shop's policies", () => {
  it("begin with a draft that fits its buyers, proposed once", async () => {
    const shop = await shopOfTwenty();
    await ensurePolicy(prisma, shop);
    await ensurePolicy(prisma, shop);
    const draft = await draftPolicy(prisma, shop.id);
    expect(draft?.version).toBe(1);
    expect(draft?.definition.tiers.map((tier) => tier.enterMinor)).toEqual([0, 12_000, 15_000, 20_000]);
    expect(await proposeLadder(prisma, shop)).toMatchObject({
      definition: draft?.definition,
      thresholds: [
        { share: 0.4, spendMinor: 12_000 },
        { share: 0.15, spendMinor: 17_000 },
        { share: 0.05, spendMinor: 19_000 },
      ],
    });
    expect(await currentPolicy(prisma, shop.id)).toBeNull();
  });

  it("come in force by publishing, one version after another, which never change", async () => {
    const shop = await createShop(today);
    const [first, second] = [defaultDefinition([1, 2, 3], "en"), defaultDefinition([10, 20, 30], "en")];
    expect(await saveDraft(prisma, shop.id, defaultDefinition([7, 8, 9], "en"))).toMatchObject({
      value: { version: 1 },
    });
    expect(await saveDraft(prisma, shop.id, first)).toMatchObject({ value: { version: 1 } });
    expect(await publishPolicy(prisma, shop.id)).toBe(1);
    expect(await saveDraft(prisma, shop.id, second)).toMatchObject({ value: { version: 2 } });
    expect(await currentPolicy(prisma, shop.id)).toMatchObject({ version: 1, definition: first });
    expect(await publishPolicy(prisma, shop.id)).toBe(2);
    expect(await currentPolicy(prisma, shop.id)).toMatchObject({ version: 2, definition: second });
    await expect(publishPolicy(prisma, shop.id)).rejects.toThrow(AppError);
    const jobs = await prisma.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`refresh:${shop.id}:policy`}`;
    expect(jobs).toHaveLength(1);
  });

  it("drop a draft and keep the one in force", async () => {
    const shop = await createShop(today);
    const [first, second] = [defaultDefinition([1, 2, 3], "en"), defaultDefinition([10, 20, 30], "en")];
    await saveDraft(prisma, shop.id, first);
    await publishPolicy(prisma, shop.id);
    expect(await discardDraft(prisma, shop.id)).toBeNull();
    await saveDraft(prisma, shop.id, second);
    expect(await discardDraft(prisma, shop.id)).toEqual(second);
    expect(await draftPolicy(prisma, shop.id)).toBeNull();
    expect(await currentPolicy(prisma, shop.id)).toMatchObject({ version: 1, definition: first });
    expect(await saveDraft(prisma, shop.id, second)).toMatchObject({ value: { version: 2 } });
  });

  it("keep no draft that is wrong, and say what is", async () => {
    const shop = await createShop(today);
    const wrong = defaultDefinition([30, 20, 30], "en");
    expect(await saveDraft(prisma, shop.id, wrong)).toEqual({
      ok: false,
      error: [{ code: "thresholds_not_ascending", path: ["tiers", 2, "enterMinor"] }],
    });
    expect(await draftPolicy(prisma, shop.id)).toBeNull();
  });
});

describe("previewLadder", () => {
  it("counts who would be where, before and after there are standings", async () => {
    const shop = await shopOfTwenty();
    const now = defaultDefinition([5_000, 10_000, 20_000], "en");
    const counts = async (definition: typeof now) =>
      (await previewLadder(prisma, shop, definition)).tiers.map((tier) => [
        tier.key,
        tier.customers,
        tier.rises,
        tier.falls,
      ]);
    expect(await counts(now)).toEqual([
      ["member", 5, 0, 0],
      ["silver", 5, 0, 0],
      ["gold", 10, 0, 0],
      ["platinum", 1, 0, 0],
    ]);
    await saveDraft(prisma, shop.id, now);
    await publishPolicy(prisma, shop.id);
    await prisma.$transaction((db) => rebuildStandings(db, shop, { kind: "import" }));
    expect(await counts(defaultDefinition([6_000, 9_000, 25_000], "en"))).toEqual([
      ["member", 6, 0, 1],
      ["silver", 3, 0, 0],
      ["gold", 12, 1, 1],
      ["platinum", 0, 0, 0],
    ]);
  });

  it("draws all buyers in bins of one width", async () => {
    const shop = await shopOfTwenty();
    const { bins } = await previewLadder(prisma, shop, defaultDefinition([5_000, 10_000, 19_500], "en"));
    expect(bins).toHaveLength(40);
    expect(bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(20);
    expect(bins[1]?.fromMinor).toBe(513);
    expect(bins.find((bin) => bin.fromMinor > 500 && bin.customers > 0)).toEqual({
      fromMinor: 513,
      customers: 1,
    });
  });

  it("shows an empty shop", async () => {
    const shop = await createShop(today);
    const { tiers, bins } = await previewLadder(prisma, shop, defaultDefinition([1, 2, 3], "en"));
    expect(tiers.map((tier) => tier.customers)).toEqual([0, 0, 0, 0]);
    expect(bins.every((bin) => bin.customers === 0)).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import { settingsSchema } from "#app/platform/settings.ts";
import { saveSettings } from "./save-settings.server.ts";

const defaults = settingsSchema.parse({});
let shopId: ShopId;

async function waitingRefreshes(name = "shop.refresh"): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = ${name}`;
  return row?.count ?? 0;
}

const save = (input: unknown) => prisma.$transaction((db) => saveSettings(db, shopId, input));

beforeAll(async () => {
  const shop = await prisma.shop.create({
    data: { domain: "settings.myshopify.com", name: "Settings", currency: "GBP", timeZone: "Europe/London" },
  });
  shopId = toShopId(shop.id);
});

describe("saving settings", () => {
  it("keeps what does not touch standings or tags and computes nothing", async () => {
    expect(await save({ ...defaults, writeBack: "reviewed" })).toEqual({
      ok: true,
      value: { refreshing: false },
    });
    expect(await waitingRefreshes()).toBe(0);
  });

  it("refuses what is wrong and keeps what was", async () => {
    expect(await save({ ...defaults, tierTagPrefix: "a,b" })).toMatchObject({ ok: false });
    const { settings } = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    expect(settings).toMatchObject({ tierTagPrefix: "tier:", writeBack: "reviewed" });
  });

  it("has the whole shop computed anew where spend counts otherwise", async () => {
    expect(await save({ ...defaults, countTax: false })).toEqual({ ok: true, value: { refreshing: true } });
    expect(await waitingRefreshes()).toBe(1);
  });

  it("has predictions worked out anew, and nothing else, where they are worth something else", async () => {
    expect(await save({ ...defaults, countTax: false, grossMargin: 0.4 })).toEqual({
      ok: true,
      value: { refreshing: true },
    });
    expect(await waitingRefreshes()).toBe(1);
    expect(await waitingRefreshes("value.refresh")).toBe(1);
  });
});

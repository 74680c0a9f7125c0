import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { settingsSchema } from "#app/platform/settings.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { approvePlan } from "./approve-plan.server.ts";
import { buildPlan } from "./build-plan.server.ts";
import { requestGroupSegment } from "./request-group-segment.server.ts";
import { requestPlan } from "./request-plan.server.ts";
import { sendPlan } from "./send-plan.server.ts";

let store: PracticeStore;
let stop: () => Promise<void>;
let shop: Shop;

beforeAll(async () => {
  ({ store, stop } = await installedApp(["--customers", "20"]));
  shop = await readShop(prisma, await ensureShop(SHOP_DOMAIN));
}, 120_000);

afterAll(() => stop());

async function segments(): Promise<string[]> {
  const nodes = z.array(z.object({ name: z.string(), query: z.string() }));
  const answer = await store.asOwner("{ segments(first: 50) { nodes { name query } } }");
  return z
    .object({ segments: z.object({ nodes }) })
    .parse(answer)
    .segments.nodes.filter(({ name }) => name.startsWith("Laurel"))
    .map(({ name, query }) => `${name} = ${query}`);
}

async function approve(planId: number): Promise<void> {
  await approvePlan(shop.id, planId);
  await sendPlan(shop.id, planId);
}

async function planned(group: "champions" | "at_risk"): Promise<number> {
  const made = await requestGroupSegment(shop, group);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const champions = "Laurel: RFM champions = customer_tags CONTAINS 'rfm:champions'";

describe("a segment of an RFM group", () => {
  it("is planned once, and made when a person approved it", async () => {
    const planId = await planned("champions");
    expect(await planned("champions")).toBe(planId);
    expect(await prisma.change.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { planId, kind: "segment", subject: "rfm:champions", state: "draft" },
    ]);
    expect(await segments()).toEqual([]);
    await approve(planId);
    expect(await segments()).toEqual([champions]);
    expect(await requestGroupSegment(shop, "champions")).toEqual({ ok: false, error: "exists" });
  });

  it("can be taken back", async () => {
    const planId = await planned("at_risk");
    await approve(planId);
    expect(await segments()).toHaveLength(2);
    const undo = await requestPlan(shop.id, { kind: "undo", planId });
    await buildPlan(shop.id, undo);
    await approve(undo);
    expect(await segments()).toEqual([champions]);
  });

  it("goes with everything else that Laurel wrote", async () => {
    const removal = await requestPlan(shop.id, { kind: "removal" });
    await buildPlan(shop.id, removal);
    await approve(removal);
    expect(await segments()).toEqual([]);
    expect(await prisma.manifest.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it("is not planned where RFM groups are not written as tags", async () => {
    const off = { ...shop, settings: settingsSchema.parse({ rfmTags: false }) };
    expect(await requestGroupSegment(off, "champions")).toEqual({ ok: false, error: "tags_off" });
  });
});

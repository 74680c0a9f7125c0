import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { pool, prisma } from "#app/db.server.ts";
import { shopRefresh } from "#app/jobs/handlers/shop-refresh.server.ts";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { runImport } from "#app/mirror/run-import.server.ts";
import { toCustomerId, toGid } from "#app/platform/ids.ts";
import { settingsSchema } from "#app/platform/settings.ts";
import { toGroupKey, type GroupKey } from "#app/value/rfm/group-key.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { approvePlan } from "./approve-plan.server.ts";
import { buildPlan } from "./build-plan.server.ts";
import { followCustomers } from "./follow-customers.server.ts";
import { followGroups } from "./follow-groups.server.ts";
import { requestGroupSegment } from "./request-group-segment.server.ts";
import { requestPlan } from "./request-plan.server.ts";
import { sendPlan } from "./send-plan.server.ts";

const CUSTOMERS = 40;
const champions = "Laurel: RFM Champions = customer_tags CONTAINS 'rfm:champions'";

let store: PracticeStore;
let stop: () => Promise<void>;
let shop: Shop;

beforeAll(async () => {
  ({ store, stop } = await installedApp(["--customers", String(CUSTOMERS)]));
  shop = await readShop(prisma, await ensureShop(SHOP_DOMAIN));
  const { id } = await prisma.import.findFirstOrThrow({ where: { shopId: shop.id } });
  await runImport(shop.id, id);
  await shopRefresh({ shopId: shop.id, cause: "import" });
}, 120_000);

afterAll(() => stop());

async function segments(): Promise<string[]> {
  const nodes = z.array(z.object({ name: z.string(), query: z.string() }));
  const answer = await store.asOwner("{ segments(first: 50) { nodes { name query } } }");
  return z
    .object({ segments: z.object({ nodes }) })
    .parse(answer)
    .segments.nodes.filter(({ name }) => name.startsWith("Laurel: RFM"))
    .map(({ name, query }) => `${name} = ${query}`);
}

/** The customers with a tag, as Shopify has them. */
async function tagged(tag: string): Promise<string[]> {
  const nodes = z.array(z.object({ id: z.string(), tags: z.array(z.string()) }));
  const answer = await store.asOwner("{ customers(first: 100) { nodes { id tags } } }");
  return z
    .object({ customers: z.object({ nodes }) })
    .parse(answer)
    .customers.nodes.filter(({ tags }) => tags.includes(tag))
    .map(({ id }) => id)
    .toSorted();
}

/** The customers whose scores, side by side, are these. */
async function inCell(cell: string): Promise<string[]> {
  const rows = await prisma.score.findMany({ where: { shopId: shop.id } });
  return rows
    .filter(({ recency, frequency, monetary }) => `${recency}${frequency}${monetary}` === cell)
    .map(({ customerId }) => toGid("Customer", customerId))
    .toSorted();
}

async function approve(planId: number): Promise<void> {
  await approvePlan(shop.id, planId);
  await sendPlan(shop.id, planId);
}

async function planned(group: GroupKey, wanted = true): Promise<number> {
  const made = await requestGroupSegment(shop, group, wanted);
  if (!made.ok) throw new Error(made.error);
  await buildPlan(shop.id, made.value);
  return made.value;
}

async function changesOf(planId: number) {
  const changes = await prisma.change.findMany({ where: { planId }, orderBy: { id: "asc" } });
  return changes.map(({ kind, subject }) => `${kind} ${subject}`);
}

/** Customers that jobs were told to look at since the last time. */
async function handedOn(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    WITH gone AS (DELETE FROM graphile_worker._private_jobs USING graphile_worker._private_tasks task
      WHERE task.id = task_id AND task.identifier = 'customers.refresh' RETURNING payload)
    SELECT json_array_elements_text(payload->'customerIds') AS id FROM gone`);
  return rows.map(({ id }) => id);
}

async function follow(): Promise<string[]> {
  await prisma.$transaction((db) => followGroups(db, shop));
  const ids = await handedOn();
  await prisma.$transaction((db) => followCustomers(db, shop, ids.map(toCustomerId)));
  const plan = await prisma.plan.findFirst({ where: { cause: "follow", state: "approved" } });
  if (plan !== null) await sendPlan(shop.id, plan.id);
  return ids;
}

describe("a segment of one of Shopify's groups", () => {
  it("is planned once, and made when a person approved it", async () => {
    const planId = await planned("champions");
    expect(await planned("champions")).toBe(planId);
    expect(await changesOf(planId)).toEqual(["segment rfm:champions"]);
    expect(await segments()).toEqual([]);
    await approve(planId);
    expect(await segments()).toEqual([champions]);
    expect(await requestGroupSegment(shop, "champions", true)).toEqual({ ok: false, error: "exists" });
  });

  it("can be taken back", async () => {
    const planId = await planned("at_risk");
    await approve(planId);
    expect(await segments()).toHaveLength(2);
    const undo = await requestPlan(shop.id, { kind: "undo", planId });
    await buildPlan(shop.id, undo);
    await approve(undo);
    expect(await segments()).toEqual([champions]);
    expect(await requestGroupSegment(shop, "at_risk", false)).toEqual({ ok: false, error: "missing" });
  });

  it("is not planned where RFM groups are not written as tags", async () => {
    const off = { ...shop, settings: settingsSchema.parse({ rfmTags: false }) };
    expect(await requestGroupSegment(off, "champions", true)).toEqual({ ok: false, error: "tags_off" });
  });
});

describe("a segment of a cell", () => {
  let cell: GroupKey;
  let tag: string;
  let planId: number;

  beforeAll(async () => {
    await saveDraft(prisma, shop.id, defaultDefinition([20_000, 60_000, 120_000], "en"));
    await prisma.$transaction((db) => publishPolicy(db, shop.id));
    await shopRefresh({ shopId: shop.id, cause: "policy" });
    const first = await prisma.plan.findFirstOrThrow({ where: { cause: "first" } });
    await buildPlan(shop.id, first.id);
    await approve(first.id);
    const scores = await prisma.score.findMany({ where: { shopId: shop.id } });
    const cells = Map.groupBy(
      scores,
      ({ recency, frequency, monetary }) => `${recency}${frequency}${monetary}`,
    );
    const [largest = ""] = [...cells].toSorted(([, a], [, b]) => b.length - a.length).map(([key]) => key);
    cell = toGroupKey(largest) ?? "555";
    tag = `rfm:${cell}`;
  });

  it("is planned with the tags of its customers, and nothing is written before", async () => {
    planId = await planned(cell);
    const customers = await inCell(cell);
    expect(customers.length).toBeGreaterThan(1);
    expect((await changesOf(planId)).toSorted()).toEqual([
      ...customers.map((gid) => `customer.tags ${gid}`),
      `segment rfm:${cell}`,
    ]);
    expect(await tagged(tag)).toEqual([]);
  });

  it("shares its plan with another that is asked for before it is approved", async () => {
    expect(await planned("重要价值客户")).toBe(planId);
    const customers = await prisma.score.findMany({ where: { valueGroup: "重要价值客户" } });
    await approve(planId);
    expect(await segments()).toEqual([
      champions,
      `Laurel: RFM Cell ${cell} = customer_tags CONTAINS '${tag}'`,
      "Laurel: RFM Important, valuable (重要价值客户) = customer_tags CONTAINS 'rfm:重要价值客户'",
    ]);
    expect(await tagged(tag)).toEqual(await inCell(cell));
    expect(await tagged("rfm:重要价值客户")).toHaveLength(customers.length);
    expect(await handedOn()).toEqual([]);
  });

  it("is followed by the tags when customers come and go", async () => {
    expect(await follow()).toEqual([]);
    const [stays, leaves] = await inCell(cell);
    const other = await prisma.score.findFirstOrThrow({
      where: { shopId: shop.id, NOT: { valueGroup: "重要价值客户" } },
      orderBy: { recency: cell.startsWith("5") ? "asc" : "desc" },
    });
    const [recency = 1, frequency = 1, monetary = 1] = (cell.match(/\d/g) ?? []).map(Number);
    const move = (gid: string | undefined, data: { recency: number; frequency: number; monetary: number }) =>
      prisma.score.updateMany({ where: { customerId: BigInt(gid?.split("/").at(-1) ?? 0) }, data });
    await move(leaves, { recency: 6 - recency, frequency, monetary: monetary === 1 ? 2 : 1 });
    await move(toGid("Customer", other.customerId), { recency, frequency, monetary });
    expect((await follow()).length).toBe(2);
    const now = await tagged(tag);
    expect(now).toEqual(await inCell(cell));
    expect(now).toContain(stays);
    expect(now).not.toContain(leaves);
  });

  it("is taken back with all its tags, also those that came later", async () => {
    const undo = await requestPlan(shop.id, { kind: "undo", planId });
    await buildPlan(shop.id, undo);
    await approve(undo);
    expect(await segments()).toEqual([champions]);
    expect(await tagged(tag)).toEqual([]);
    expect(await tagged("rfm:重要价值客户")).toEqual([]);
    expect(await follow()).toEqual([]);
  });

  it("hands on who is not in its plan any more, for an order while it waited", async () => {
    const again = await planned(cell);
    const [gid = ""] = await inCell(cell);
    await prisma.change.updateMany({ where: { planId: again, subject: gid }, data: { state: "cancelled" } });
    await approve(again);
    expect((await handedOn()).map((id) => toGid("Customer", BigInt(id)))).toEqual([gid]);
    await follow();
    expect(await tagged(tag)).toEqual(await inCell(cell));
  });

  it("is taken away with its tags when a person says so", async () => {
    await approve(await planned(cell, false));
    expect(await segments()).toEqual([champions]);
    expect(await tagged(tag)).toEqual([]);
  });

  it("goes with everything else that Laurel wrote", async () => {
    await approve(await planned("rf_hibernating"));
    const removal = await requestPlan(shop.id, { kind: "removal" });
    await buildPlan(shop.id, removal);
    await approve(removal);
    expect(await segments()).toEqual([]);
    expect(await tagged("rfm:rf_hibernating")).toEqual([]);
    expect(await prisma.manifest.count({ where: { shopId: shop.id } })).toBe(0);
  });
});

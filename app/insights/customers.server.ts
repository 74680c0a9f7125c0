import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { cutPage, type PageOf } from "#app/platform/pagination.ts";
import type { ScoredMetric } from "#app/platform/score-scheme.ts";
import { dateToDay } from "#app/platform/time.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { customerNames } from "./customer-names.server.ts";
import { groupOfQuery, isFiltered, type CustomersQuery } from "./customers-query.ts";
import { findCustomers } from "./find-customers.server.ts";
import { homeFigures } from "./home-figures.server.ts";
import { ownScale, type OwnScale } from "./own-scale.ts";
import { segmentsState, type SegmentsState } from "./segments-state.server.ts";

export type CustomerRow = {
  id: string;
  name: string | null;
  tier: string;
  group: RfmGroup;
  /** Net spend in the window. */
  spendMinor: number;
  /** Orders that count, over all time, and the day of the last. */
  frequency: number;
  lastDay: string | null;
  /** CLV of the next 12 months; null without a purchase, or before it is worked out. */
  valueMinor: number | null;
  /** By the shop's own scheme; null in what it leaves out, and without a purchase. */
  own: Record<ScoredMetric, number | null>;
  /** What is missing to the next tier; null at the top. */
  toNext: { tier: string; missingMinor: number } | null;
};

export type CustomersPage = PageOf<CustomerRow> & {
  tiers: { key: string; name: string }[];
  /** How many customers the filters let through, and how many there are. */
  count: number;
  total: number;
  /** Are there more than `count`? */
  more: boolean;
  /** What the shop scores its own way, where that is not the usual one. */
  ownScale: OwnScale | null;
  /** Where the query asks for one RFM group or cell and nothing else: that, and its segment. */
  segment: { group: GroupKey; segments: SegmentsState } | null;
};

const PAGE_SIZE = 50;

const storedSchema = z.object({
  id: z.bigint(),
  tier: z.string(),
  rank: z.number(),
  spendMinor: z.bigint().transform(Number),
  group: z.enum(RFM_GROUPS),
  frequency: z.number(),
  lastDay: z.date().nullable(),
  valueMinor: z.bigint().transform(Number).nullable(),
  own: z.object({
    recency: z.number().nullable(),
    frequency: z.number().nullable(),
    monetary: z.number().nullable(),
  }),
});

type Stored = z.infer<typeof storedSchema>;

/** A page of customers, the highest tier and spend first, read by key: the hundred-thousandth is as near as the first. */
export async function customersPage(
  client: AdminClient,
  shop: Shop,
  query: CustomersQuery,
): Promise<CustomersPage> {
  const filter = await filterSql(client, query);
  const group = groupOfQuery(query);
  const [policy, stored, counted, segments] = await Promise.all([
    currentPolicy(prisma, shop.id),
    readRows(shop, query, filter),
    countRows(shop, query, filter),
    group === undefined ? null : segmentsState(shop),
  ]);
  const page = cutPage(stored, PAGE_SIZE, query, ({ rank, spendMinor, id }) => `${rank}_${spendMinor}_${id}`);
  const names = await customerNames(
    client,
    page.rows.map(({ id }) => id),
  );
  const tiers = policy?.definition.tiers ?? [];
  const toRow = ({ id, rank, lastDay, ...row }: Stored): CustomerRow => {
    const next = tiers[rank + 1];
    return {
      ...row,
      id: id.toString(),
      name: names[id.toString()] ?? null,
      tier: tiers.find(({ key }) => key === row.tier)?.name ?? row.tier,
      lastDay: lastDay === null ? null : dateToDay(lastDay),
      toNext: next === undefined ? null : { tier: next.name, missingMinor: next.enterMinor - row.spendMinor },
    };
  };
  return {
    ...page,
    rows: page.rows.map(toRow),
    tiers: tiers.map(({ key, name }) => ({ key, name })),
    ...counted,
    ownScale: ownScale(shop.settings.rfm),
    segment: group === undefined || segments === null ? null : { group, segments },
  };
}

async function readRows(shop: Shop, query: CustomersQuery, filter: Prisma.Sql): Promise<Stored[]> {
  const backwards = query.before !== undefined;
  const order = backwards
    ? Prisma.sql`st.rank, st.spend_minor, st.customer_id`
    : Prisma.sql`st.rank DESC, st.spend_minor DESC, st.customer_id DESC`;
  const raw = await prisma.$queryRaw<unknown[]>`
    SELECT st.customer_id AS id, st.tier, st.rank::int, st.spend_minor AS "spendMinor",
      coalesce(sc."group", 'prospects') AS "group", coalesce(f.frequency, 0) AS frequency, f.last_day AS "lastDay",
      p.value_minor AS "valueMinor", json_build_object('recency', sc.own_recency,
        'frequency', sc.own_frequency, 'monetary', sc.own_monetary) AS own
    FROM standing st
    LEFT JOIN facts f ON f.shop_id = st.shop_id AND f.customer_id = st.customer_id
    ${FILTERED_BY}
    WHERE st.shop_id = ${shop.id} ${filter} ${placeSql(query)}
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`;
  return z.array(storedSchema).parse(raw);
}

/** Of a large shop, filters are counted up to here. */
const MOST_COUNTED = 5000;

async function countRows(
  shop: Shop,
  query: CustomersQuery,
  filter: Prisma.Sql,
): Promise<Pick<CustomersPage, "count" | "more" | "total">> {
  const { customers: total, asOf } = await homeFigures(shop);
  if (!isFiltered(query)) return { count: total, more: false, total };
  const limit = asOf === null ? total : MOST_COUNTED;
  const [counted] = await prisma.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (
      SELECT FROM standing st ${FILTERED_BY} WHERE st.shop_id = ${shop.id} ${filter} LIMIT ${limit + 1}
    ) rows`;
  const count = Number(counted?.count ?? 0);
  return { count: Math.min(count, limit), more: count > limit, total };
}

/** What filters look at, beside the standing. */
const FILTERED_BY = Prisma.sql`
  LEFT JOIN score sc ON sc.shop_id = st.shop_id AND sc.customer_id = st.customer_id
  LEFT JOIN prediction p ON p.shop_id = st.shop_id AND p.customer_id = st.customer_id
  LEFT JOIN customer_stage cs ON cs.shop_id = st.shop_id AND cs.customer_id = st.customer_id`;

async function filterSql(client: AdminClient, query: CustomersQuery): Promise<Prisma.Sql> {
  const { tier, group, stage, clv, rf, value, recency, frequency, monetary, mean, search } = query;
  const { ownRecency, ownFrequency, ownMonetary } = query;
  const found = search === undefined ? undefined : await findCustomers(client, search);
  const conditions = [
    [tier, Prisma.sql`st.tier = ${tier}`],
    [group, group === "prospects" ? Prisma.sql`sc."group" IS NULL` : Prisma.sql`sc."group" = ${group}`],
    [stage, Prisma.sql`cs.stage = ${stage}`],
    [clv, Prisma.sql`p.clv_class = ${clv}`],
    [rf, Prisma.sql`sc.rf_group = ${rf}`],
    [value, Prisma.sql`sc.value_group = ${value}`],
    [recency, Prisma.sql`sc.recency = ${recency}::int`],
    [frequency, Prisma.sql`sc.frequency = ${frequency}::int`],
    [monetary, Prisma.sql`sc.monetary = ${monetary}::int`],
    [ownRecency, Prisma.sql`sc.own_recency = ${ownRecency}::int`],
    [ownFrequency, Prisma.sql`sc.own_frequency = ${ownFrequency}::int`],
    [ownMonetary, Prisma.sql`sc.own_monetary = ${ownMonetary}::int`],
    [mean, Prisma.sql`(sc.frequency + sc.monetary + 1) / 2 = ${mean}::int`],
    [found, Prisma.sql`st.customer_id = ANY (${(found ?? []).map(String)}::bigint[])`],
  ] as const;
  const applied = conditions.flatMap(([asked, sql]) => (asked === undefined ? [] : [Prisma.sql`AND ${sql}`]));
  return applied.length === 0 ? Prisma.empty : Prisma.join(applied, " ");
}

function placeSql({ after, before }: CustomersQuery): Prisma.Sql {
  const place = before ?? after;
  if (place === undefined) return Prisma.empty;
  const [rank = "0", spend = "0", id = "0"] = place.split("_");
  const comparison = before === undefined ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`AND (st.rank, st.spend_minor, st.customer_id) ${comparison} (${Number(rank)}::smallint, ${BigInt(spend)}, ${BigInt(id)})`;
}

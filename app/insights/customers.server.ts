import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { cutPage, type PageOf } from "#app/platform/pagination.ts";
import { dateToDay } from "#app/platform/time.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import { customerNames } from "./customer-names.server.ts";
import type { CustomersQuery } from "./customers-query.ts";
import { findCustomers } from "./find-customers.server.ts";

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
  /** What is missing to the next tier; null at the top. */
  toNext: { tier: string; missingMinor: number } | null;
};

export type CustomersPage = PageOf<CustomerRow> & {
  tiers: { key: string; name: string }[];
  /** How many customers the filters let through, and how many there are. */
  count: number;
  total: number;
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
});

type Stored = z.infer<typeof storedSchema>;

/** A page of customers, the highest tier and spend first, read by key: the hundred-thousandth is as near as the first. */
export async function customersPage(
  client: AdminClient,
  shop: Shop,
  query: CustomersQuery,
): Promise<CustomersPage> {
  const filter = await filterSql(client, query);
  const [policy, stored, counted] = await Promise.all([
    currentPolicy(prisma, shop.id),
    readRows(shop, query, filter),
    countRows(shop, filter),
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
  };
}

async function readRows(shop: Shop, query: CustomersQuery, filter: Prisma.Sql): Promise<Stored[]> {
  const backwards = query.before !== undefined;
  const order = backwards
    ? Prisma.sql`st.rank, st.spend_minor, st.customer_id`
    : Prisma.sql`st.rank DESC, st.spend_minor DESC, st.customer_id DESC`;
  const raw = await prisma.$queryRaw<unknown[]>`
    SELECT st.customer_id AS id, st.tier, st.rank::int, st.spend_minor AS "spendMinor",
      coalesce(sc."group", 'prospects') AS "group", coalesce(f.frequency, 0) AS frequency, f.last_day AS "lastDay"
    FROM standing st
    LEFT JOIN score sc ON sc.shop_id = st.shop_id AND sc.customer_id = st.customer_id
    LEFT JOIN facts f ON f.shop_id = st.shop_id AND f.customer_id = st.customer_id
    WHERE st.shop_id = ${shop.id} ${filter} ${placeSql(query)}
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`;
  return z.array(storedSchema).parse(raw);
}

async function countRows(shop: Shop, filter: Prisma.Sql): Promise<{ count: number; total: number }> {
  const [counted] = await prisma.$queryRaw<{ count: bigint; total: bigint }[]>`
    SELECT count(*) FILTER (WHERE true ${filter}) AS count, count(*) AS total
    FROM standing st LEFT JOIN score sc ON sc.shop_id = st.shop_id AND sc.customer_id = st.customer_id
    WHERE st.shop_id = ${shop.id}`;
  return { count: Number(counted?.count ?? 0), total: Number(counted?.total ?? 0) };
}

async function filterSql(client: AdminClient, query: CustomersQuery): Promise<Prisma.Sql> {
  const parts = [Prisma.empty];
  if (query.tier !== undefined) parts.push(Prisma.sql`AND st.tier = ${query.tier}`);
  if (query.group === "prospects") parts.push(Prisma.sql`AND sc."group" IS NULL`);
  else if (query.group !== undefined) parts.push(Prisma.sql`AND sc."group" = ${query.group}`);
  if (query.search !== undefined) {
    const found = await findCustomers(client, query.search);
    parts.push(Prisma.sql`AND st.customer_id = ANY (${found.map(String)}::bigint[])`);
  }
  return Prisma.join(parts, " ");
}

function placeSql({ after, before }: CustomersQuery): Prisma.Sql {
  const place = before ?? after;
  if (place === undefined) return Prisma.empty;
  const [rank = "0", spend = "0", id = "0"] = place.split("_");
  const comparison = before === undefined ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`AND (st.rank, st.spend_minor, st.customer_id) ${comparison} (${Number(rank)}::smallint, ${BigInt(spend)}, ${BigInt(id)})`;
}

import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { PageOf } from "#app/platform/pagination.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { customerNames } from "./customer-names.server.ts";
import { findCustomers } from "./find-customers.server.ts";

export const customersQuerySchema = z.object({
  tier: z.string().max(40).optional(),
  group: z.enum(RFM_GROUPS).optional(),
  /** A name, an e-mail or a number: looked up at Shopify, not in our tables. */
  search: z.string().trim().max(100).optional(),
  after: z
    .string()
    .regex(/^\d+_\d+_\d+$/)
    .optional(),
});

export type CustomersQuery = z.infer<typeof customersQuerySchema>;

const rowSchema = z.object({
  id: z.bigint().transform(String),
  tier: z.string(),
  rank: z.number(),
  spendMinor: z.bigint().transform(Number),
  group: z.string().nullable(),
  frequency: z.number().nullable(),
  lastDay: z
    .date()
    .nullable()
    .transform((date) => date?.toISOString().slice(0, 10) ?? null),
});

export type CustomerRow = z.infer<typeof rowSchema> & { name: string | null; missingMinor: number | null };

export type CustomersPage = PageOf<CustomerRow> & {
  tiers: { key: string; name: string }[];
  /** How many customers the filters let through, and how many there are. */
  count: number;
  total: number;
};

const PAGE_SIZE = 50;

/** A page of customers, the highest tier and spend first, read by key: the hundred-thousandth is as near as the first. */
export async function customersPage(
  client: AdminClient,
  shop: Shop,
  query: CustomersQuery,
): Promise<CustomersPage> {
  const policy = await currentPolicy(prisma, shop.id);
  const filter = await filterSql(client, query);
  const raw = await prisma.$queryRaw<unknown[]>`
    SELECT st.customer_id AS id, st.tier, st.rank::int, st.spend_minor AS "spendMinor", sc."group",
      f.frequency, f.last_day AS "lastDay"
    FROM standing st
    LEFT JOIN score sc ON sc.shop_id = st.shop_id AND sc.customer_id = st.customer_id
    LEFT JOIN facts f ON f.shop_id = st.shop_id AND f.customer_id = st.customer_id
    WHERE st.shop_id = ${shop.id} ${filter} ${afterSql(query.after)}
    ORDER BY st.rank DESC, st.spend_minor DESC, st.customer_id DESC LIMIT ${PAGE_SIZE + 1}`;
  const rows = z.array(rowSchema).parse(raw);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const names = await customerNames(
    client,
    shown.map(({ id }) => BigInt(id)),
  );
  const [counted] = await prisma.$queryRaw<{ count: bigint; total: bigint }[]>`
    SELECT count(*) FILTER (WHERE true ${filter}) AS count, count(*) AS total
    FROM standing st LEFT JOIN score sc ON sc.shop_id = st.shop_id AND sc.customer_id = st.customer_id
    WHERE st.shop_id = ${shop.id}`;
  const tiers = policy?.definition.tiers ?? [];
  return {
    rows: shown.map((row) => {
      const next = tiers[row.rank + 1];
      return {
        ...row,
        name: names[row.id] ?? null,
        missingMinor: next === undefined ? null : next.enterMinor - row.spendMinor,
      };
    }),
    next: last === undefined ? null : `${last.rank}_${last.spendMinor}_${last.id}`,
    previous: null,
    tiers: tiers.map(({ key, name }) => ({ key, name })),
    count: Number(counted?.count ?? 0),
    total: Number(counted?.total ?? 0),
  };
}

async function filterSql(client: AdminClient, query: CustomersQuery): Promise<Prisma.Sql> {
  const parts = [Prisma.empty];
  if (query.tier !== undefined) parts.push(Prisma.sql`AND st.tier = ${query.tier}`);
  if (query.group === "prospects") parts.push(Prisma.sql`AND sc."group" IS NULL`);
  else if (query.group !== undefined) parts.push(Prisma.sql`AND sc."group" = ${query.group}`);
  if (query.search !== undefined && query.search !== "") {
    const found = await findCustomers(client, query.search);
    parts.push(Prisma.sql`AND st.customer_id = ANY (${found.map(String)}::bigint[])`);
  }
  return Prisma.join(parts, " ");
}

function afterSql(after: string | undefined): Prisma.Sql {
  if (after === undefined) return Prisma.empty;
  const [rank = "0", spend = "0", id = "0"] = after.split("_");
  return Prisma.sql`AND (st.rank, st.spend_minor, st.customer_id) < (${Number(rank)}::smallint, ${BigInt(spend)}, ${BigInt(id)})`;
}

import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { cutPage, type PageOf } from "#app/platform/pagination.ts";
import { addDays, dateToDay, daysBetween } from "#app/platform/time.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { customerNames } from "./customer-names.server.ts";
import type { DueFilter, ReplenishmentQuery } from "./replenishment-query.ts";

export type DueRow = {
  customerId: string;
  name: string | null;
  productId: string;
  title: string;
  dueDay: string;
  /** Days from today until it is due; negative where it is overdue. */
  inDays: number;
  lastDay: string;
  /** Different days on which it was bought. */
  purchaseDays: number;
  /** Expected days between two purchases. */
  gapDays: number;
};

export type ReplenishmentPage = PageOf<DueRow> & {
  counts: Record<DueFilter, number>;
  /** Products with something due, the most first. */
  products: { id: string; title: string }[];
  /** Why nothing is due at all, whatever the filters; null where something is. */
  empty: "never_twice" | "nothing_due" | "not_yet" | null;
};

const PAGE_SIZE = 50;
/** Products to choose from: more than fit on a screen help nobody. */
const MOST_PRODUCTS = 100;
/** The list looks so far ahead, today included. */
const AHEAD_DAYS = { week: 7, fortnight: 14 };

const storedSchema = z.object({
  customerId: z.bigint(),
  productId: z.bigint(),
  title: z.string(),
  dueDay: z.date().transform(dateToDay),
  lastDay: z.date().transform(dateToDay),
  purchaseDays: z.number(),
  gapDays: z.number(),
});

type Stored = z.infer<typeof storedSchema>;

/** A page of what customers are expected to buy again, what is due nearest to today first, read by key. */
export async function replenishmentPage(
  client: AdminClient,
  shop: Shop,
  query: ReplenishmentQuery,
): Promise<ReplenishmentPage> {
  const [stored, counts, products] = await Promise.all([
    readRows(shop, query),
    countDue(shop, query),
    readProducts(shop, query),
  ]);
  const page = cutPage(stored, PAGE_SIZE, query, (row) => `${row.dueDay}_${row.customerId}_${row.productId}`);
  const names = await customerNames(client, [...new Set(page.rows.map(({ customerId }) => customerId))]);
  const toRow = ({ customerId, productId, ...row }: Stored): DueRow => ({
    ...row,
    customerId: customerId.toString(),
    name: names[customerId.toString()] ?? null,
    productId: productId.toString(),
    inDays: daysBetween(shop.today, row.dueDay),
  });
  return {
    ...page,
    rows: page.rows.map(toRow),
    counts,
    products,
    empty: products.length > 0 ? null : await whyEmpty(shop),
  };
}

async function readRows(shop: Shop, query: ReplenishmentQuery): Promise<Stored[]> {
  const order = isAscending(query)
    ? Prisma.sql`r.due_day, r.customer_id, r.product_id`
    : Prisma.sql`r.due_day DESC, r.customer_id DESC, r.product_id DESC`;
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT r.customer_id AS "customerId", r.product_id AS "productId", product.title, r.due_day AS "dueDay",
      r.last_day AS "lastDay", r.purchase_days AS "purchaseDays", r.gap_days AS "gapDays"
    FROM replenishment r JOIN product ON product.shop_id = r.shop_id AND product.id = r.product_id
    WHERE r.shop_id = ${shop.id} ${dueSql(shop, query.due)} ${productSql(query)} ${placeSql(query)}
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`;
  return z.array(storedSchema).parse(rows);
}

async function countDue(shop: Shop, query: ReplenishmentQuery): Promise<Record<DueFilter, number>> {
  const [counted] = await prisma.$queryRaw<Record<DueFilter, number>[]>`
    SELECT count(*) FILTER (WHERE true ${dueSql(shop, "overdue")})::int AS overdue,
      count(*) FILTER (WHERE true ${dueSql(shop, "week")})::int AS week,
      count(*) FILTER (WHERE true ${dueSql(shop, "fortnight")})::int AS fortnight
    FROM replenishment r WHERE r.shop_id = ${shop.id} ${listedSql(shop)} ${productSql(query)}`;
  return counted ?? { overdue: 0, week: 0, fortnight: 0 };
}

async function readProducts(
  shop: Shop,
  { product }: ReplenishmentQuery,
): Promise<ReplenishmentPage["products"]> {
  const rows = await prisma.$queryRaw<{ id: bigint; title: string }[]>`
    SELECT product.id, product.title FROM (
      SELECT r.product_id, count(*) AS customers FROM replenishment r
      WHERE r.shop_id = ${shop.id} ${listedSql(shop)}
      GROUP BY r.product_id
      ORDER BY r.product_id = ${BigInt(product ?? 0)} DESC, customers DESC, r.product_id LIMIT ${MOST_PRODUCTS}
    ) most JOIN product ON product.shop_id = ${shop.id} AND product.id = most.product_id
    ORDER BY most.customers DESC, product.id`;
  return rows.map(({ id, title }) => ({ id: id.toString(), title }));
}

async function whyEmpty(shop: Shop): Promise<ReplenishmentPage["empty"]> {
  const { _count, _max } = await prisma.productRhythm.aggregate({
    where: { shopId: shop.id },
    _count: true,
    _max: { repeaters: true },
  });
  if (_count === 0) return "not_yet";
  return (_max.repeaters ?? 0) === 0 ? "never_twice" : "nothing_due";
}

function dueSql({ today }: Shop, due: DueFilter): Prisma.Sql {
  if (due === "overdue") return Prisma.sql`AND r.due_day < ${today}::date`;
  return Prisma.sql`AND r.due_day >= ${today}::date AND r.due_day < ${addDays(today, AHEAD_DAYS[due])}::date`;
}

/** All that some filter lets through. */
function listedSql({ today }: Shop): Prisma.Sql {
  return Prisma.sql`AND r.due_day < ${addDays(today, AHEAD_DAYS.fortnight)}::date`;
}

/** Are rows read from earlier to later due days? What is overdue shows the latest first. */
function isAscending({ due, before }: ReplenishmentQuery): boolean {
  return (due === "overdue") === (before !== undefined);
}

function productSql({ product }: ReplenishmentQuery): Prisma.Sql {
  return product === undefined ? Prisma.empty : Prisma.sql`AND r.product_id = ${BigInt(product)}`;
}

function placeSql(query: ReplenishmentQuery): Prisma.Sql {
  const place = query.before ?? query.after;
  if (place === undefined) return Prisma.empty;
  const [day = "", customer = "0", product = "0"] = place.split("_");
  const comparison = isAscending(query) ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (r.due_day, r.customer_id, r.product_id) ${comparison} (${day}::date, ${BigInt(customer)}, ${BigInt(product)})`;
}

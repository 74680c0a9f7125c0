import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/**
 * Merges what reading customers told at `toldAt`: `from` has id, tags, created_at, updated_at, orders_count,
 * spent_minor. News of single tags that came after the reading began stays on top of what was read
 * (`tags.ts` says the same of one customer). Gives back `id` and `is_new`.
 */
export function mergeReadCustomers(shopId: ShopId, toldAt: Date, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO customer AS c (
      shop_id, id, tags, created_at, updated_at, orders_count, spent_minor, summary_at, tags_at
    )
    SELECT ${shopId}::int, s.id, s.tags, s.created_at, s.updated_at, s.orders_count, s.spent_minor,
      ${toldAt}::timestamptz, ${toldAt}::timestamptz
    FROM ${from} AS s ORDER BY s.id
    ON CONFLICT (shop_id, id) DO UPDATE SET
      created_at = excluded.created_at,
      updated_at = greatest(c.updated_at, excluded.updated_at),
      (orders_count, spent_minor) = (
        SELECT CASE WHEN c.summary_at > excluded.summary_at THEN c.orders_count ELSE excluded.orders_count END,
          CASE WHEN c.summary_at > excluded.summary_at THEN c.spent_minor ELSE excluded.spent_minor END
      ),
      summary_at = greatest(c.summary_at, excluded.summary_at),
      tags = CASE
        WHEN c.tags_at > excluded.tags_at THEN c.tags
        WHEN c.tag_news = '{}' THEN excluded.tags
        ELSE ${readTagsWithNews}
      END,
      tag_news = CASE
        WHEN c.tags_at > excluded.tags_at OR c.tag_news = '{}' THEN c.tag_news
        ELSE ${laterTagNews}
      END,
      tags_at = greatest(c.tags_at, excluded.tags_at)
    RETURNING c.id, xmax = 0 AS is_new`;
}

const readTagsWithNews = Prisma.sql`(
  SELECT coalesce(array_agg(tag ORDER BY tag COLLATE "C"), '{}') FROM (
    SELECT tag FROM unnest(excluded.tags) AS tag WHERE NOT EXISTS (
      SELECT FROM jsonb_each(c.tag_news) AS news
      WHERE news.key = lower(tag) AND (news.value->>'at')::timestamptz > excluded.tags_at)
    UNION ALL
    SELECT news.value->>'tag' FROM jsonb_each(c.tag_news) AS news
    WHERE (news.value->>'there')::boolean AND (news.value->>'at')::timestamptz > excluded.tags_at
  ) AS tags)`;

const laterTagNews = Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(news.key, news.value), '{}') FROM jsonb_each(c.tag_news) AS news
  WHERE (news.value->>'at')::timestamptz > excluded.tags_at)`;

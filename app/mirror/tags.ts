import { z } from "zod";

/**
 * A customer's tags as Shopify told them: all at once when they were read, single ones by webhook. Messages
 * come in any order, so the latest word on each tag is kept with its instant. Shopify compares tags without
 * regard to case.
 */
export type TagState = {
  tags: readonly string[];
  /** When all of them were told; null: never yet. */
  readAt: Date | null;
  news: TagNews;
};

/** The latest word on a tag since they were all told, by its name in lower case. */
export const tagNewsSchema = z.record(
  z.string(),
  z.object({ tag: z.string(), there: z.boolean(), at: z.string() }),
);

export type TagNews = z.infer<typeof tagNewsSchema>;

/** The state after Shopify told that a tag came (`there`) or went at an instant; the same where it is old news. */
export function hearOfTag(state: TagState, tag: string, there: boolean, at: Date): TagState {
  const key = tag.toLowerCase();
  const known = state.news[key];
  const isOld =
    (state.readAt !== null && at <= state.readAt) || (known !== undefined && at <= new Date(known.at));
  if (isOld) return state;
  const others = state.tags.filter((each) => each.toLowerCase() !== key);
  return {
    ...state,
    tags: there ? [...others, tag].sort() : others,
    news: { ...state.news, [key]: { tag, there, at: at.toISOString() } },
  };
}

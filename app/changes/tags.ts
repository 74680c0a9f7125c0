/** Shopify compares tags without regard to case. */
export function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => sameTag(other, tag));
}

/** Those of a customer's tags that are ours: what the manifest says we wrote, and every tag our ladder or groups use. */
export function ownTags(
  tags: readonly string[],
  written: readonly string[],
  known: readonly string[],
): string[] {
  return tags.filter((tag) => hasTag(written, tag) || hasTag(known, tag)).toSorted();
}

export function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag) => hasTag(b, tag));
}

/** What must be added and what removed to get from one set of tags to the other. */
export function tagDifference(
  before: readonly string[],
  after: readonly string[],
): { add: string[]; remove: string[] } {
  return {
    add: after.filter((tag) => !hasTag(before, tag)),
    remove: before.filter((tag) => !hasTag(after, tag)),
  };
}

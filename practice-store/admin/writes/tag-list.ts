/** How Shopify reads, joins and orders tags: a comma parts them, upper and lower case are the same. */

export const MAX_TAGS = 250;
export const MAX_TAG_LENGTH = 255;

/** Single tags of what was given: parted at commas, trimmed, blanks and repetitions left out. */
export function readTags(given: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of given.flatMap((text) => text.split(",")).map((text) => text.trim()))
    if (tag !== "" && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()];
}

function inOrder(tags: readonly string[]): string[] {
  return tags
    .map((tag) => ({ tag, key: tag.toLowerCase() }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ tag }) => tag);
}

/** Tags with others added; one that is there keeps its spelling. In Shopify's order. */
export function addTags(tags: readonly string[], given: readonly string[]): string[] {
  return inOrder(readTags([...tags, ...given]));
}

/** Tags without those given. In Shopify's order. */
export function removeTags(tags: readonly string[], given: readonly string[]): string[] {
  const gone = new Set(readTags(given).map((tag) => tag.toLowerCase()));
  return inOrder(tags.filter((tag) => !gone.has(tag.toLowerCase())));
}

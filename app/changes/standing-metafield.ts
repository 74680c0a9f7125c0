/** Where the standing is kept on a customer: our own namespace, which the theme block reads. */
export const STANDING = { namespace: "$app", key: "standing" } as const;

/** One standing as `metafieldsSet` wants it. */
export function standingInput(ownerId: string, value: string) {
  return { ownerId, ...STANDING, type: "json", value };
}

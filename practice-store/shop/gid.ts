/** Shopify's global id of a thing: `gid://shopify/Customer/42`. */
export function gid(type: string, id: number): string {
  return `gid://shopify/${type}/${id}`;
}

/** The type and number in a global id, or undefined where the text is none. */
export function parseGid(text: string): { type: string; id: number } | undefined {
  const match = /^gid:\/\/shopify\/(?<type>[A-Za-z]+)\/(?<id>\d+)/.exec(text);
  const { type, id } = match?.groups ?? {};
  return type === undefined || id === undefined ? undefined : { type, id: Number(id) };
}

import type { Node } from "../context.ts";
import { gid } from "../../shop/gid.ts";

/** An instant as Shopify writes it: whole seconds, UTC. */
export function instant(iso: string): string {
  return iso.replace(/\.\d+Z$/, "Z");
}

/** The fields that say which thing a node is. */
export function identity(type: string, id: number): Node & { id: string } {
  return { __typename: type, id: gid(type, id), legacyResourceId: String(id) };
}

/** Shopify's Count; beyond `limit` it only says "at least". */
export function countNode(total: number, limit: number | null): Node {
  const cut = limit !== null && total > limit;
  return { __typename: "Count", count: cut ? limit : total, precision: cut ? "AT_LEAST" : "EXACT" };
}

import type { ChangeKind } from "#app/changes/model.ts";

/** The key that the locale files have for a kind of change. */
export const KIND_KEY = {
  "customer.tags": "customerTags",
  "customer.standing": "customerStanding",
  segment: "segment",
  discount: "discount",
} as const satisfies Record<ChangeKind, string>;

/** All kinds, in the order in which pages list them. */
export const KINDS = [
  "customer.tags",
  "customer.standing",
  "segment",
  "discount",
] as const satisfies readonly ChangeKind[];

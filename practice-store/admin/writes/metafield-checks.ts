import type { Metafield, MetafieldDefinition } from "../../shop/model.ts";
import { isMetafieldType, METAFIELD_TYPES, valueProblem } from "../reads/metafield-types.ts";
import { compareDigest } from "../reads/metafields.ts";
import type { UserError } from "./payload.ts";

/** One metafield to set, its namespace resolved. */
export type WantedMetafield = {
  ownerId: string;
  namespace: string;
  key: string;
  type: string | null;
  value: string;
  /** Undefined sets in any case; null only where there is none yet; else only where it is the same. */
  compareDigest: string | null | undefined;
};

export const NOT_ALLOWED =
  "Access to this namespace and key on Metafields for this resource type is not allowed.";

const lengths = {
  namespace: { name: "Namespace", min: 3, max: 255 },
  key: { name: "Key", min: 2, max: 64 },
} as const;

/** What is wrong with a namespace or key: its length, its characters. */
export function nameProblem(
  part: keyof typeof lengths,
  text: string,
): { message: string; code: "TOO_SHORT" | "TOO_LONG" | "INVALID" } | null {
  const { name, min, max } = lengths[part];
  if (text.length < min)
    return { message: `${name} is too short (minimum is ${min} characters)`, code: "TOO_SHORT" };
  if (text.length > max)
    return { message: `${name} is too long (maximum is ${max} characters)`, code: "TOO_LONG" };
  if (!/^[\w-]+$/.test(text))
    return { message: `${name} contains one or more invalid characters.`, code: "INVALID" };
  return null;
}

/** Whether an app may write in a namespace: not Shopify's own, not another app's. */
export function mayWriteNamespace(namespace: string, appId: number | null): boolean {
  if (namespace === "shopify" || namespace.startsWith("shopify--")) return false;
  const owner = /^app--(\d+)(?:--|$)/.exec(namespace)?.[1];
  return owner === undefined || owner === String(appId);
}

/** The type that a metafield will have: the definition's, else as given, else as it is. */
export function typeOf(
  wanted: WantedMetafield,
  stored: Metafield | undefined,
  definition: MetafieldDefinition | undefined,
): string | null {
  return wanted.type ?? definition?.type ?? stored?.type ?? null;
}

function typeProblem(type: string | null, definition: MetafieldDefinition | undefined): UserError | null {
  if (type === null) return { field: ["type"], message: "Type can't be blank", code: "BLANK" };
  if (definition !== undefined && definition.type !== type) {
    const message = `Type must be consistent with the definition's type: '${definition.type}'.`;
    return { field: ["type"], message, code: "INVALID_TYPE" };
  }
  if (isMetafieldType(type)) return null;
  const message = `Type must be one of the following: ${METAFIELD_TYPES.join(", ")}.`;
  return { field: ["type"], message, code: "INCLUSION" };
}

function isStale(wanted: WantedMetafield, stored: Metafield | undefined): boolean {
  if (wanted.compareDigest === undefined) return false;
  return wanted.compareDigest !== (stored === undefined ? null : compareDigest(stored));
}

/**
 * What is wrong with one metafield, fields relative to it. Source for STALE_OBJECT and limits:
 * https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet
 */
export function metafieldProblems(
  wanted: WantedMetafield,
  stored: Metafield | undefined,
  definition: MetafieldDefinition | undefined,
): UserError[] {
  if (isStale(wanted, stored)) {
    const message =
      "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.";
    return [{ field: [], message, code: "STALE_OBJECT" }];
  }
  const problems: UserError[] = [];
  for (const part of ["namespace", "key"] as const) {
    const problem = nameProblem(part, wanted[part]);
    if (problem !== null) problems.push({ field: [part], ...problem });
  }
  const type = typeOf(wanted, stored, definition);
  const badType = typeProblem(type, definition);
  if (badType !== null) problems.push(badType);
  if (wanted.value.trim() === "")
    return [...problems, { field: ["value"], message: "Value can't be blank.", code: "BLANK" }];
  const badValue = type === null ? null : valueProblem(type, wanted.value);
  if (badValue !== null) problems.push({ field: ["value"], message: badValue, code: "INVALID_VALUE" });
  return problems;
}

import type { Metafield } from "../../shop/model.ts";
import { parseGid } from "../../shop/gid.ts";
import { requireOwnerAccess } from "../access.ts";
import { type AdminContext, type Node, resolveNamespace } from "../context.ts";
import { findDefinition, metafieldNode, ownerTypeOf } from "../reads/metafields.ts";
import { notPractised } from "../resolve.ts";
import {
  mayWriteNamespace,
  metafieldProblems,
  NOT_ALLOWED,
  typeOf,
  type WantedMetafield,
} from "./metafield-checks.ts";
import { ownerExists } from "./owners.ts";
import { done, refused, type UserError } from "./payload.ts";

/** Metafields that one call may set. */
const MAX_METAFIELDS = 25;

type MetafieldsSetInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

type MetafieldIdentifier = { ownerId: string; namespace: string; key: string };

function findStored(
  ctx: AdminContext,
  { ownerId, namespace, key }: MetafieldIdentifier,
): Metafield | undefined {
  return ctx.store
    .metafieldsOf(ownerId)
    .find((metafield) => metafield.namespace === namespace && metafield.key === key);
}

function definitionOf(ctx: AdminContext, { ownerId, namespace, key }: MetafieldIdentifier) {
  return findDefinition(ctx.store, { ownerType: ownerTypeOf(ownerId), namespace, key });
}

function problemsOf(wanted: WantedMetafield, ctx: AdminContext): UserError[] {
  if (ownerTypeOf(wanted.ownerId) === undefined)
    throw notPractised(parseGid(wanted.ownerId)?.type ?? "Metafield owner", "metafields");
  if (!ownerExists(ctx.store, wanted.ownerId))
    return [{ field: ["ownerId"], message: "Owner does not exist.", code: "INVALID" }];
  if (!mayWriteNamespace(wanted.namespace, ctx.appId))
    return [{ field: ["namespace"], message: NOT_ALLOWED, code: "APP_NOT_AUTHORIZED" }];
  return metafieldProblems(wanted, findStored(ctx, wanted), definitionOf(ctx, wanted));
}

/** Puts a metafield that was found right. A decimal is kept with at least one place, as Shopify keeps it. */
function put(wanted: WantedMetafield, ctx: AdminContext): Metafield {
  const stored = findStored(ctx, wanted);
  const { ownerId: ownerGid, namespace, key } = wanted;
  const type = typeOf(wanted, stored, definitionOf(ctx, wanted)) ?? "";
  const isWhole = type === "number_decimal" && !wanted.value.includes(".");
  const value = isWhole ? `${wanted.value}.0` : wanted.value;
  if (stored?.value === value && stored.type === type) return stored;
  const now = ctx.clock().toISOString();
  const id = stored?.id ?? ctx.store.nextId();
  const createdAt = stored?.createdAt ?? now;
  const metafield = { id, ownerGid, namespace, key, type, value, createdAt, updatedAt: now };
  ctx.store.put("metafields", metafield);
  return metafield;
}

function metafieldsSet({ metafields }: { metafields: MetafieldsSetInput[] }, ctx: AdminContext): Node {
  if (metafields.length > MAX_METAFIELDS) {
    const message = `Exceeded the maximum metafields input limit of ${MAX_METAFIELDS}.`;
    const tooMany = { field: ["metafields"], message, code: "LESS_THAN_OR_EQUAL_TO", elementIndex: null };
    return refused("MetafieldsSetPayload", ["metafields"], [tooMany]);
  }
  for (const { ownerId } of metafields)
    requireOwnerAccess(ctx, "metafieldsSet", parseGid(ownerId)?.type ?? "");
  const wanted = metafields.map((input): WantedMetafield => ({
    ...input,
    type: input.type ?? null,
    namespace: resolveNamespace(input.namespace ?? null, ctx),
    compareDigest: input.compareDigest,
  }));
  const userErrors = wanted.flatMap((metafield, index) =>
    problemsOf(metafield, ctx).map(({ field, ...error }) => ({
      ...error,
      field: ["metafields", String(index), ...(field ?? [])],
      elementIndex: null,
    })),
  );
  if (userErrors.length > 0) return { __typename: "MetafieldsSetPayload", metafields: [], userErrors };
  const set = wanted.map((metafield) => put(metafield, ctx));
  return done("MetafieldsSetPayload", {
    metafields: () => set.map((metafield) => metafieldNode(metafield, ctx)),
  });
}

function metafieldsDelete({ metafields }: { metafields: MetafieldIdentifier[] }, ctx: AdminContext): Node {
  for (const { ownerId } of metafields)
    requireOwnerAccess(ctx, "metafieldsDelete", parseGid(ownerId)?.type ?? "");
  const resolved = metafields.map((identifier) => ({
    ...identifier,
    namespace: resolveNamespace(identifier.namespace, ctx),
  }));
  const forbidden = resolved.findIndex(({ namespace }) => !mayWriteNamespace(namespace, ctx.appId));
  if (forbidden !== -1) {
    const field = ["metafields", String(forbidden), "namespace"];
    return refused("MetafieldsDeletePayload", ["deletedMetafields"], [{ field, message: NOT_ALLOWED }]);
  }
  const deleted = resolved.map((identifier) => {
    const stored = findStored(ctx, identifier);
    if (stored === undefined) return null;
    ctx.store.remove("metafields", stored.id);
    const { ownerGid: ownerId, namespace, key } = stored;
    return { __typename: "MetafieldIdentifier", ownerId, namespace, key };
  });
  return done("MetafieldsDeletePayload", { deletedMetafields: deleted });
}

/** The mutations that set and delete metafields. */
export function metafieldMutations(ctx: AdminContext) {
  return {
    metafieldsSet: (args: { metafields: MetafieldsSetInput[] }) => metafieldsSet(args, ctx),
    metafieldsDelete: (args: { metafields: MetafieldIdentifier[] }) => metafieldsDelete(args, ctx),
  };
}

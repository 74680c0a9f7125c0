import { createHash } from "node:crypto";
import type { Metafield, MetafieldDefinition } from "../../shop/model.ts";
import type { ShopStore } from "../../shop/store.ts";
import { gid, parseGid } from "../../shop/gid.ts";
import { connection, type ConnectionNode, type PageArgs } from "../connection.ts";
import { type AdminContext, type Node, resolveNamespace } from "../context.ts";
import { type ListArgs, listNode, type RecordList } from "./listing.ts";
import { jsonValue, typeCategory } from "./metafield-types.ts";
import { instant } from "./values.ts";

/** Owner types whose metafields are practised, by the type in the owner's global id. */
const ownerTypes: Record<string, string> = {
  Collection: "COLLECTION",
  Customer: "CUSTOMER",
  DiscountAutomaticNode: "DISCOUNT",
  DiscountCodeNode: "DISCOUNT",
  Order: "ORDER",
  Product: "PRODUCT",
  ProductVariant: "PRODUCTVARIANT",
  Shop: "SHOP",
};

/** MetafieldOwnerType of an owner; undefined where such owners are not practised. */
export function ownerTypeOf(ownerGid: string): string | undefined {
  return ownerTypes[parseGid(ownerGid)?.type ?? ""];
}

/** Changes whenever the value does; Shopify's own is a hash of unknown make. */
export function compareDigest({ type, value }: Metafield): string {
  return createHash("sha256").update(`${type}\n${value}`).digest("hex");
}

/** The definition of an owner type's metafield; undefined where there is none. */
export function findDefinition(
  store: ShopStore,
  { ownerType, namespace, key }: { ownerType: string | undefined; namespace: string; key: string },
): MetafieldDefinition | undefined {
  return store.tables.metafieldDefinitions
    .values()
    .find(
      (definition) =>
        definition.ownerType === ownerType && definition.namespace === namespace && definition.key === key,
    );
}

/** The owner's node, of customers and orders; other owners are not practised here. */
function ownerField(ownerGid: string, ctx: AdminContext) {
  const { type, id = 0 } = parseGid(ownerGid) ?? {};
  const customer = type === "Customer" ? ctx.store.get("customers", id) : undefined;
  if (customer !== undefined) return { owner: () => ctx.nodes.customer(customer, ctx) };
  const order = type === "Order" ? ctx.store.get("orders", id) : undefined;
  return order === undefined ? {} : { owner: () => ctx.nodes.order(order, ctx) };
}

export function metafieldNode(metafield: Metafield, ctx: AdminContext): Node {
  const { id, ownerGid, namespace, key, type, value } = metafield;
  const ownerType = ownerTypeOf(ownerGid);
  const definition = () => findDefinition(ctx.store, { ownerType, namespace, key });
  return {
    __typename: "Metafield",
    id: gid("Metafield", id),
    legacyResourceId: String(id),
    namespace,
    key,
    type,
    value,
    jsonValue: () => jsonValue(type, value),
    compareDigest: () => compareDigest(metafield),
    sizeInBytes: Buffer.byteLength(value),
    createdAt: instant(metafield.createdAt),
    updatedAt: instant(metafield.updatedAt),
    ownerType,
    ...ownerField(ownerGid, ctx),
    definition: () => {
      const found = definition();
      return found === undefined ? null : definitionNode(found, ctx);
    },
    description: () => definition()?.description ?? null,
  };
}

type MetafieldsArgs = PageArgs & {
  namespace?: string | null;
  keys?: string[] | null;
  reverse?: boolean | null;
};

/** Metafields as a connection, oldest first. */
function metafieldConnection(
  metafields: readonly Metafield[],
  args: MetafieldsArgs,
  ctx: AdminContext,
): ConnectionNode {
  const reverse = args.reverse ?? false;
  const items = [...metafields].sort((a, b) => (reverse ? b.id - a.id : a.id - b.id));
  return connection(
    {
      type: "Metafield",
      items,
      reverse,
      position: ({ id }) => ({ id, value: String(id) }),
      node: (metafield) => metafieldNode(metafield, ctx),
    },
    args,
  );
}

/** `keys` are bare where a namespace is given, else "namespace.key". */
function wantsKey({ keys = null, namespace = null }: MetafieldsArgs, ctx: AdminContext) {
  if (keys === null) return () => true;
  const wanted = new Set(
    keys.map((key) => {
      const dot = key.indexOf(".");
      if (namespace !== null || dot === -1) return key;
      return `${resolveNamespace(key.slice(0, dot), ctx)}.${key.slice(dot + 1)}`;
    }),
  );
  return (metafield: Metafield) =>
    wanted.has(namespace === null ? `${metafield.namespace}.${metafield.key}` : metafield.key);
}

/** The fields `metafield` and `metafields` of anything that has metafields. */
export function metafieldFields(ownerGid: string, ctx: AdminContext) {
  const own = () => ctx.store.metafieldsOf(ownerGid);
  return {
    metafield: ({ namespace = null, key }: { namespace?: string | null; key: string }): Node | null => {
      const stored = resolveNamespace(namespace, ctx);
      const found = own().find((metafield) => metafield.namespace === stored && metafield.key === key);
      return found === undefined ? null : metafieldNode(found, ctx);
    },
    metafields: (args: MetafieldsArgs): ConnectionNode => {
      const { namespace = null } = args;
      const stored = namespace === null ? null : resolveNamespace(namespace, ctx);
      const wanted = wantsKey(args, ctx);
      const found = own().filter(
        (metafield) => (stored === null || metafield.namespace === stored) && wanted(metafield),
      );
      return metafieldConnection(found, args, ctx);
    },
  };
}

function metafieldsOfDefinition(definition: MetafieldDefinition, store: ShopStore): Metafield[] {
  return [...store.tables.metafields.values()].filter(
    ({ ownerGid, namespace, key }) =>
      namespace === definition.namespace &&
      key === definition.key &&
      ownerTypeOf(ownerGid) === definition.ownerType,
  );
}

export function definitionNode(definition: MetafieldDefinition, ctx: AdminContext): Node {
  const { access } = definition;
  const metafields = () => metafieldsOfDefinition(definition, ctx.store);
  return {
    __typename: "MetafieldDefinition",
    id: gid("MetafieldDefinition", definition.id),
    namespace: definition.namespace,
    key: definition.key,
    name: definition.name,
    description: definition.description,
    ownerType: definition.ownerType,
    type: () => ({
      __typename: "MetafieldDefinitionType",
      name: definition.type,
      category: typeCategory(definition.type),
    }),
    access: () => ({
      __typename: "MetafieldAccess",
      admin: access.admin ?? "PUBLIC_READ_WRITE",
      storefront: access.storefront ?? "NONE",
      customerAccount: access.customerAccount ?? "NONE",
    }),
    validations: [],
    validationStatus: "ALL_VALID",
    pinnedPosition: null,
    useAsCollectionCondition: false,
    metafields: (args: MetafieldsArgs) => metafieldConnection(metafields(), args, ctx),
    metafieldsCount: () => metafields().length,
  };
}

/** How a definition is named from outside: by id, or by owner type, namespace and key. */
export type DefinitionIdentifier = {
  id?: string | null;
  identifier?: { ownerType: string; namespace?: string | null; key: string } | null;
};

export function identifyDefinition(
  { id = null, identifier = null }: DefinitionIdentifier,
  ctx: AdminContext,
): MetafieldDefinition | undefined {
  if (identifier !== null) {
    const namespace = resolveNamespace(identifier.namespace ?? null, ctx);
    return findDefinition(ctx.store, { ...identifier, namespace });
  }
  const parsed = id === null ? undefined : parseGid(id);
  return parsed?.type === "MetafieldDefinition"
    ? ctx.store.get("metafieldDefinitions", parsed.id)
    : undefined;
}

const definitionList: RecordList<MetafieldDefinition> = {
  type: "MetafieldDefinition",
  path: "metafieldDefinitions",
  sortKeys: { NAME: ({ name }) => name },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      namespace: { kind: "text", read: ({ namespace }) => [namespace] },
      key: { kind: "text", read: ({ key }) => [key] },
      type: { kind: "text", read: ({ type }) => [type] },
      owner_type: { kind: "text", read: ({ ownerType }) => [ownerType] },
    },
    fallback: ({ name, key }) => [name, key],
  },
  node: definitionNode,
};

type DefinitionsArgs = ListArgs & { ownerType: string; namespace?: string | null; key?: string | null };

function definitions(args: DefinitionsArgs, ctx: AdminContext): ConnectionNode {
  const { ownerType, key = null } = args;
  const namespace = typeof args.namespace === "string" ? resolveNamespace(args.namespace, ctx) : null;
  const found = ctx.store.tables.metafieldDefinitions
    .values()
    .filter(
      (definition) =>
        definition.ownerType === ownerType &&
        (namespace === null || definition.namespace === namespace) &&
        (key === null || definition.key === key),
    );
  return listNode(found, args, definitionList, ctx);
}

/** The root fields of metafield definitions. */
export function metafieldQueries(ctx: AdminContext): Record<string, unknown> {
  return {
    metafieldDefinition: (args: DefinitionIdentifier) => {
      const found = identifyDefinition(args, ctx);
      return found === undefined ? null : definitionNode(found, ctx);
    },
    metafieldDefinitions: (args: DefinitionsArgs) => definitions(args, ctx),
  };
}

import { GraphQLError } from "graphql";
import type { Segment } from "../../shop/model.ts";
import { unpractisedFilters } from "../../segments/membership.ts";
import { gid, parseGid } from "../../shop/gid.ts";
import { connection, type ConnectionNode, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { type ListArgs, listNode, type RecordList } from "./listing.ts";
import { metafieldFields } from "./metafields.ts";
import { countNode, instant } from "./values.ts";

export function segmentNode(segment: Segment): Node {
  return {
    __typename: "Segment",
    id: gid("Segment", segment.id),
    name: segment.name,
    query: segment.query,
    creationDate: instant(segment.createdAt),
    lastEditDate: instant(segment.updatedAt),
  };
}

const segmentList: RecordList<Segment> = {
  type: "Segment",
  path: "segments",
  sortKeys: {
    CREATION_DATE: ({ createdAt }) => createdAt,
    LAST_EDIT_DATE: ({ updatedAt }) => updatedAt,
  },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      name: { kind: "text", read: ({ name }) => [name] },
    },
    fallback: ({ name }) => [name],
  },
  node: segmentNode,
};

export function findSegment(id: string, ctx: AdminContext): Segment | undefined {
  const parsed = parseGid(id);
  return parsed?.type === "Segment" ? ctx.store.get("segments", parsed.id) : undefined;
}

/** What of a customer a member shows; the rest of a member's fields is not practised. */
const MEMBER_FIELDS = [
  "displayName",
  "firstName",
  "lastName",
  "note",
  "defaultEmailAddress",
  "defaultPhoneNumber",
  "defaultAddress",
  "amountSpent",
  "numberOfOrders",
  "mergeable",
];

function memberNode(customerId: number, ctx: AdminContext): Node {
  const customer = ctx.store.get("customers", customerId);
  const node = customer === undefined ? {} : ctx.nodes.customer(customer, ctx);
  const orders = () => ctx.store.ordersOf(customerId).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return {
    ...Object.fromEntries(Object.entries(node).filter(([field]) => MEMBER_FIELDS.includes(field))),
    __typename: "CustomerSegmentMember",
    id: gid("CustomerSegmentMember", customerId),
    lastOrderId: () => {
      const last = orders()[0];
      return last === undefined ? null : gid("Order", last.id);
    },
    ...metafieldFields(gid("Customer", customerId), ctx),
  };
}

function members(args: PageArgs & { segmentId?: string | null }, ctx: AdminContext): ConnectionNode | Node {
  const segment = typeof args.segmentId === "string" ? findSegment(args.segmentId, ctx) : undefined;
  if (segment === undefined) throw new GraphQLError("The segment does not exist.");
  const unpractised = unpractisedFilters(segment.query);
  if (unpractised.length > 0)
    throw new GraphQLError(`The segment filter ${unpractised.join(", ")} is not practised yet`, {
      extensions: { code: "NOT_PRACTISED" },
    });
  const items = ctx.segments.members(segment.id);
  return {
    ...connection(
      {
        type: "CustomerSegmentMember",
        items,
        position: (id) => ({ id, value: id }),
        node: (id) => memberNode(id, ctx),
      },
      args,
    ),
    totalCount: items.length,
  };
}

function membership(args: { customerId: string; segmentIds: string[] }, ctx: AdminContext): Node {
  const customerId = parseGid(args.customerId)?.id ?? 0;
  return {
    __typename: "SegmentMembershipResponse",
    memberships: args.segmentIds.map((segmentId) => ({
      __typename: "SegmentMembership",
      segmentId,
      isMember: ctx.segments.has(parseGid(segmentId)?.id ?? 0, customerId),
    })),
  };
}

/** The root fields of segments and their members. */
export function segmentQueries(ctx: AdminContext): Record<string, unknown> {
  const { segments } = ctx.store.tables;
  return {
    segment: ({ id }: { id: string }) => {
      const found = findSegment(id, ctx);
      return found === undefined ? null : segmentNode(found);
    },
    segments: (args: ListArgs) =>
      listNode(segments.values(), { ...args, sortKey: args.sortKey ?? "CREATION_DATE" }, segmentList, ctx),
    segmentsCount: ({ limit = null }: { limit?: number | null }) => countNode(segments.size, limit),
    customerSegmentMembers: (args: PageArgs & { segmentId?: string | null }) => members(args, ctx),
    customerSegmentMembership: (args: Parameters<typeof membership>[0]) => membership(args, ctx),
  };
}

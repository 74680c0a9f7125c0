import { gid } from "../../shop/gid.ts";
import type { AdminContext, Node } from "../context.ts";
import {
  automaticDiscountNode,
  codeDiscountNode,
  discountQueries,
  findDiscount,
} from "../reads/discounts.ts";
import { definitionNode, metafieldNode, metafieldQueries } from "../reads/metafields.ts";
import { segmentNode, segmentQueries } from "../reads/segments.ts";
import type { RootPart } from "../root.ts";
import { customerMergeMutations, customerMergeQueries } from "./customer-merge.ts";
import { customerMutations } from "./customers.ts";
import { discountMutations } from "./discounts/index.ts";
import { bulkCodeMutations, bulkCodeQueries } from "./discounts/redeem-codes.ts";
import { jobQueries } from "./jobs.ts";
import { metafieldDefinitionMutations } from "./metafield-definitions.ts";
import { metafieldMutations } from "./metafields.ts";
import { segmentMutations } from "./segments.ts";
import { tagMutations } from "./tags.ts";

function found<T>(record: T | undefined, node: (record: T) => Node): Node | null {
  return record === undefined ? null : node(record);
}

/** What can be written in the shop, and the fields that read it: all but bulk operations and uploads. */
export const writesPart: RootPart = {
  queries: (ctx: AdminContext) => ({
    ...bulkCodeQueries(ctx),
    ...customerMergeQueries(ctx),
    ...discountQueries(ctx),
    ...jobQueries(ctx),
    ...metafieldQueries(ctx),
    ...segmentQueries(ctx),
  }),
  mutations: (ctx: AdminContext) => ({
    ...bulkCodeMutations(ctx),
    ...customerMergeMutations(ctx),
    ...customerMutations(ctx),
    ...discountMutations(ctx),
    ...metafieldDefinitionMutations(ctx),
    ...metafieldMutations(ctx),
    ...segmentMutations(ctx),
    ...tagMutations(ctx),
  }),
  nodes: {
    DiscountAutomaticNode: (id, ctx) =>
      found(findDiscount(ctx.store, gid("DiscountAutomaticNode", id), "automatic"), (discount) =>
        automaticDiscountNode(discount, ctx),
      ),
    DiscountCodeNode: (id, ctx) =>
      found(findDiscount(ctx.store, gid("DiscountCodeNode", id), "code"), (discount) =>
        codeDiscountNode(discount, ctx),
      ),
    Metafield: (id, ctx) => found(ctx.store.get("metafields", id), (item) => metafieldNode(item, ctx)),
    MetafieldDefinition: (id, ctx) =>
      found(ctx.store.get("metafieldDefinitions", id), (item) => definitionNode(item, ctx)),
    Segment: (id, ctx) => found(ctx.store.get("segments", id), segmentNode),
  },
};

import type { Node, AdminContext } from "../context.ts";
import { setTags } from "../../shop/actions/tags.ts";
import { parseGid } from "../../shop/gid.ts";
import { requireOwnerAccess } from "../access.ts";
import { productNode } from "../reads/products.ts";
import { invalidId } from "./owners.ts";
import { done, refused } from "./payload.ts";
import { addTags, MAX_TAG_LENGTH, MAX_TAGS, readTags, removeTags } from "./tag-list.ts";

type TagsArgs = { id: string; tags: string[] };

/** Something with tags: what they are, how to give it others, its node. */
type Tagged = { tags: readonly string[]; set: (tags: string[]) => void; node: () => Node | null };

type FindTagged = (id: number, ctx: AdminContext) => Tagged | undefined;

const taggables: Record<string, FindTagged> = {
  Customer: (id, ctx) => {
    const customer = ctx.store.get("customers", id);
    if (customer === undefined) return undefined;
    const current = () => ctx.store.get("customers", id) ?? customer;
    return {
      tags: customer.tags,
      set: (tags) => void setTags(ctx.store, ctx.clock, id, tags),
      node: () => ctx.nodes.customer(current(), ctx),
    };
  },
  Product: (id, ctx) => {
    const product = ctx.store.get("products", id);
    if (product === undefined) return undefined;
    const updatedAt = ctx.clock().toISOString();
    return {
      tags: product.tags,
      set: (tags) => ctx.store.put("products", { ...product, tags, updatedAt }),
      node: () => productNode(ctx.store.get("products", id) ?? product, ctx),
    };
  },
};

/** What keeps tags from being put on something; null where nothing does. */
export function tagsProblem(tags: readonly string[]): string | null {
  if (tags.some((tag) => tag.length > MAX_TAG_LENGTH))
    return `Tags is too long (maximum is ${MAX_TAG_LENGTH} characters)`;
  return tags.length > MAX_TAGS ? `Tags exceeded the maximum of ${MAX_TAGS}` : null;
}

function change(
  field: "tagsAdd" | "tagsRemove",
  { id, tags: given }: TagsArgs,
  ctx: AdminContext,
  join: (tags: readonly string[], given: readonly string[]) => string[],
): Node {
  const payload = field === "tagsAdd" ? "TagsAddPayload" : "TagsRemovePayload";
  const parsed = parseGid(id);
  const find = parsed === undefined ? undefined : taggables[parsed.type];
  if (parsed === undefined || find === undefined) throw invalidId(id);
  requireOwnerAccess(ctx, field, parsed.type);
  const tagged = find(parsed.id, ctx);
  if (tagged === undefined)
    return refused(payload, ["node"], [{ field: ["id"], message: `${parsed.type} does not exist` }]);
  const tags = join(tagged.tags, given);
  const problem = field === "tagsAdd" ? tagsProblem(tags) : null;
  if (problem !== null) return refused(payload, ["node"], [{ field: ["tags"], message: problem }]);
  const isSame = tags.length === tagged.tags.length && tags.every((tag, index) => tag === tagged.tags[index]);
  if (!isSame) tagged.set(tags);
  return done(payload, { node: tagged.node });
}

/** The tags of a new or changed record, in Shopify's order. */
export function givenTags(tags: readonly string[]): string[] {
  return addTags([], readTags(tags));
}

/** The mutations that add and remove tags. */
export function tagMutations(ctx: AdminContext) {
  return {
    tagsAdd: (args: TagsArgs) => change("tagsAdd", args, ctx, addTags),
    tagsRemove: (args: TagsArgs) => change("tagsRemove", args, ctx, removeTags),
  };
}

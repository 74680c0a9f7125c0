import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { DISCOUNT_BASIC_CREATE } from "#app/shopify/operations/discount-basic-create.ts";
import { DISCOUNT_BASIC_UPDATE } from "#app/shopify/operations/discount-basic-update.ts";
import { DISCOUNT_DELETE } from "#app/shopify/operations/discount-delete.ts";
import { DISCOUNT_FREE_SHIPPING_CREATE } from "#app/shopify/operations/discount-free-shipping-create.ts";
import { DISCOUNT_FREE_SHIPPING_UPDATE } from "#app/shopify/operations/discount-free-shipping-update.ts";
import { DISCOUNTS_BY_TITLE } from "#app/shopify/operations/discounts-by-title.ts";
import { ACTIVE_DISCOUNTS_COUNT } from "#app/shopify/operations/discounts-count.ts";
import { ACTIVE_DISCOUNT_LIMIT, customerGets, discountInput } from "./discount-input.ts";
import { failure, type UserError } from "./failure.ts";
import type { DiscountState } from "./model.ts";
import type { Outcome } from "./settle-changes.server.ts";
import type { SendingChange } from "./take-changes.server.ts";

type Written = { gid: string | undefined; errors: UserError[] };

/**
 * Makes, changes or deletes a tier's automatic discount. `segmentGid` is the tier's segment; `startsAt` an
 * ISO instant for a new discount.
 */
export async function sendDiscount(
  client: AdminClient,
  change: SendingChange<"discount">,
  segmentGid: string | undefined,
  startsAt: string,
): Promise<Outcome> {
  const { before, after } = change;
  const replaced = before?.gid !== undefined && before.gid !== after?.gid ? before.gid : undefined;
  if (replaced !== undefined) {
    const errors = await remove(client, replaced);
    if (errors.length > 0) return failure(change, errors);
  }
  if (after === null) return { change, state: "applied", now: null };
  if (segmentGid === undefined)
    return { change, state: "failed", error: "The tier's segment does not exist yet" };
  const written = await write(client, after, segmentGid, startsAt);
  if (written.gid === undefined || written.errors.length > 0) return failure(change, written.errors);
  return { change, state: "applied", now: { ...after, gid: written.gid } };
}

async function write(
  client: AdminClient,
  discount: DiscountState,
  segmentGid: string,
  startsAt: string,
): Promise<Written> {
  if (discount.gid !== undefined) return update(client, discount.gid, discount);
  const existing = await findByTitle(client, discount.title);
  if (existing !== undefined) return { gid: existing, errors: [] };
  const { discountNodesCount } = await client.run(ACTIVE_DISCOUNTS_COUNT, {});
  if ((discountNodesCount?.count ?? 0) >= ACTIVE_DISCOUNT_LIMIT) {
    const message = `The shop has ${ACTIVE_DISCOUNT_LIMIT} active automatic discounts, as many as Shopify allows: end one of them, then try again`;
    return { gid: undefined, errors: [{ message }] };
  }
  return create(client, discount, segmentGid, startsAt);
}

async function create(
  client: AdminClient,
  discount: DiscountState,
  segmentGid: string,
  startsAt: string,
): Promise<Written> {
  const input = discountInput(discount, segmentGid, startsAt);
  if (discount.value.kind === "freeShipping") {
    const answer = await client.run(DISCOUNT_FREE_SHIPPING_CREATE, {
      discount: { ...input, destination: { all: true } },
    });
    return written(answer.discountAutomaticFreeShippingCreate);
  }
  const answer = await client.run(DISCOUNT_BASIC_CREATE, {
    discount: { ...input, customerGets: customerGets(discount.value.basisPoints) },
  });
  return written(answer.discountAutomaticBasicCreate);
}

async function update(client: AdminClient, id: string, discount: DiscountState): Promise<Written> {
  const { title, value } = discount;
  if (value.kind === "freeShipping") {
    const answer = await client.run(DISCOUNT_FREE_SHIPPING_UPDATE, { id, discount: { title } });
    return written(answer.discountAutomaticFreeShippingUpdate);
  }
  const answer = await client.run(DISCOUNT_BASIC_UPDATE, {
    id,
    discount: { title, customerGets: customerGets(value.basisPoints) },
  });
  return written(answer.discountAutomaticBasicUpdate);
}

function written(
  payload: { automaticDiscountNode?: { id: string } | null; userErrors: UserError[] } | null | undefined,
): Written {
  return { gid: payload?.automaticDiscountNode?.id, errors: payload?.userErrors ?? [] };
}

/** An earlier try may have made it and been cut off before it could say so. */
async function findByTitle(client: AdminClient, title: string): Promise<string | undefined> {
  const { automaticDiscountNodes } = await client.run(DISCOUNTS_BY_TITLE, {
    search: `title:${JSON.stringify(title)}`,
  });
  return automaticDiscountNodes.nodes.find(
    ({ automaticDiscount }) => "title" in automaticDiscount && automaticDiscount.title === title,
  )?.id;
}

/** Deletes it; one that the merchant has deleted already is no failure. */
async function remove(client: AdminClient, id: string): Promise<UserError[]> {
  const { discountAutomaticDelete } = await client.run(DISCOUNT_DELETE, { id });
  const errors = discountAutomaticDelete?.userErrors ?? [];
  return errors.filter(({ message }) => !/does not exist|not found/i.test(message));
}

import type { Discount } from "../../../shop/model.ts";
import type { AdminContext, Node } from "../../context.ts";
import { discountStatus } from "../../reads/discount-content.ts";
import { automaticDiscountNode, codeDiscountNode, findDiscount } from "../../reads/discounts.ts";
import { notPractised } from "../../resolve.ts";
import { done, refused, type UserError } from "../payload.ts";
import { buildDiscount } from "./build.ts";
import { discountErrors } from "./errors.ts";
import type { DiscountForm, DiscountInput } from "./input.ts";

/**
 * Automatic discounts that may be active at once, over all apps and the merchant's own.
 * Source: DiscountErrorCode.ACTIVE_PERIOD_OVERLAP.
 */
const MAX_ACTIVE_AUTOMATIC = 25;

/** How payloads of a method name the discount. */
const results = {
  automatic: { field: "automaticDiscountNode", node: automaticDiscountNode },
  code: { field: "codeDiscountNode", node: codeDiscountNode },
} as const;

/** Refuses to change or delete a discount that is not there. */
export const UNKNOWN_DISCOUNT: Record<Discount["method"], UserError> = {
  automatic: {
    field: ["id"],
    message: "Automatic discount does not exist.",
    code: "INVALID",
    extraInfo: null,
  },
  code: { field: ["id"], message: "Code discount does not exist.", code: "INVALID", extraInfo: null },
};

/** What would be one automatic discount too many; null where there is room. */
function overlapError(discount: Discount, field: string[], ctx: AdminContext): UserError | null {
  const now = ctx.clock();
  const isActive = (other: Discount) =>
    other.method === "automatic" && discountStatus(other, now) === "ACTIVE";
  if (!isActive(discount)) return null;
  const { discounts } = ctx.store.tables;
  const others = [...discounts.values()].filter((other) => other.id !== discount.id && isActive(other));
  if (others.length < MAX_ACTIVE_AUTOMATIC) return null;
  const message = `The active period overlaps with other automatic discounts. At any given time, only ${MAX_ACTIVE_AUTOMATIC} automatic discounts can be active.`;
  return { field, message, code: "ACTIVE_PERIOD_OVERLAP", extraInfo: null };
}

/** A part of the input that would be lost is refused, never passed over. */
function requirePractised({ context, customerGets, combinesWith }: DiscountInput): void {
  if (context?.markets) throw notPractised("DiscountContextInput", "markets");
  if (customerGets?.value?.discountOnQuantity)
    throw notPractised("DiscountCustomerGetsValueInput", "discountOnQuantity");
  if (combinesWith?.productDiscountsWithTagsOnSameCartLine)
    throw notPractised("DiscountCombinesWithInput", "productDiscountsWithTagsOnSameCartLine");
}

/** Puts a discount in place, where there is room for it, and answers with it. */
function put(payload: string, discount: Discount, overlapField: string[], ctx: AdminContext): Node {
  const { field, node } = results[discount.method];
  const overlap = overlapError(discount, overlapField, ctx);
  if (overlap !== null) return refused(payload, [field], [overlap]);
  ctx.store.put("discounts", discount);
  return done(payload, { [field]: () => node(discount, ctx) });
}

/** Creates a discount (`id` null) or changes one. */
export function saveDiscount(
  form: DiscountForm,
  payload: string,
  { id, input }: { id: string | null; input: DiscountInput },
  ctx: AdminContext,
): Node {
  const { store } = ctx;
  requirePractised(input);
  const before = id === null ? null : (findDiscount(store, id, form.method) ?? null);
  const { field } = results[form.method];
  const isOfForm =
    before === null || (before.value.kind === "freeShipping") === (form.value === "freeShipping");
  if ((id !== null && before === null) || !isOfForm)
    return refused(payload, [field], [UNKNOWN_DISCOUNT[form.method]]);
  const errors = discountErrors({ form, input, before, store });
  if (errors.length > 0) return refused(payload, [field], errors);
  const discount = buildDiscount(input, {
    form,
    before,
    currency: store.shop.currencyCode,
    now: ctx.clock().toISOString(),
    nextId: () => store.nextId(),
  });
  return put(payload, discount, [form.argument, "startsAt"], ctx);
}

/** Activates a discount (it has no end any more) or deactivates it (it ends now). */
export function switchDiscount(
  method: Discount["method"],
  payload: string,
  { id, on }: { id: string; on: boolean },
  ctx: AdminContext,
): Node {
  const found = findDiscount(ctx.store, id, method);
  if (found === undefined) return refused(payload, [results[method].field], [UNKNOWN_DISCOUNT[method]]);
  const now = ctx.clock();
  const at = now.toISOString();
  const status = discountStatus(found, now);
  if (on === (status === "ACTIVE")) return put(payload, found, ["id"], ctx);
  const startsAt = status === "SCHEDULED" ? at : found.startsAt;
  return put(payload, { ...found, startsAt, endsAt: on ? null : at, updatedAt: at }, ["id"], ctx);
}

/** Deletes a discount and the metafields on it. */
export function deleteDiscount(
  method: Discount["method"],
  payload: { type: string; field: string },
  id: string,
  ctx: AdminContext,
): Node {
  const found = findDiscount(ctx.store, id, method);
  if (found === undefined) return refused(payload.type, [payload.field], [UNKNOWN_DISCOUNT[method]]);
  for (const metafield of ctx.store.metafieldsOf(id)) ctx.store.remove("metafields", metafield.id);
  ctx.store.remove("discounts", found.id);
  return done(payload.type, { [payload.field]: id });
}

import type { AdminContext } from "../../context.ts";
import { type DiscountInput, forms } from "./input.ts";
import { deleteDiscount, saveDiscount, switchDiscount } from "./save.ts";

type ById = { id: string };

function automaticMutations(ctx: AdminContext) {
  const { automaticBasic, automaticFreeShipping } = forms;
  return {
    discountAutomaticBasicCreate: (args: { automaticBasicDiscount: DiscountInput }) =>
      saveDiscount(
        automaticBasic,
        "DiscountAutomaticBasicCreatePayload",
        { id: null, input: args.automaticBasicDiscount },
        ctx,
      ),
    discountAutomaticBasicUpdate: (args: ById & { automaticBasicDiscount: DiscountInput }) =>
      saveDiscount(
        automaticBasic,
        "DiscountAutomaticBasicUpdatePayload",
        { id: args.id, input: args.automaticBasicDiscount },
        ctx,
      ),
    discountAutomaticFreeShippingCreate: (args: { freeShippingAutomaticDiscount: DiscountInput }) =>
      saveDiscount(
        automaticFreeShipping,
        "DiscountAutomaticFreeShippingCreatePayload",
        { id: null, input: args.freeShippingAutomaticDiscount },
        ctx,
      ),
    discountAutomaticFreeShippingUpdate: (args: ById & { freeShippingAutomaticDiscount: DiscountInput }) =>
      saveDiscount(
        automaticFreeShipping,
        "DiscountAutomaticFreeShippingUpdatePayload",
        { id: args.id, input: args.freeShippingAutomaticDiscount },
        ctx,
      ),
    discountAutomaticActivate: ({ id }: ById) =>
      switchDiscount("automatic", "DiscountAutomaticActivatePayload", { id, on: true }, ctx),
    discountAutomaticDeactivate: ({ id }: ById) =>
      switchDiscount("automatic", "DiscountAutomaticDeactivatePayload", { id, on: false }, ctx),
    discountAutomaticDelete: ({ id }: ById) =>
      deleteDiscount(
        "automatic",
        { type: "DiscountAutomaticDeletePayload", field: "deletedAutomaticDiscountId" },
        id,
        ctx,
      ),
  };
}

function codeMutations(ctx: AdminContext) {
  const { codeBasic, codeFreeShipping } = forms;
  return {
    discountCodeBasicCreate: (args: { basicCodeDiscount: DiscountInput }) =>
      saveDiscount(
        codeBasic,
        "DiscountCodeBasicCreatePayload",
        { id: null, input: args.basicCodeDiscount },
        ctx,
      ),
    discountCodeBasicUpdate: (args: ById & { basicCodeDiscount: DiscountInput }) =>
      saveDiscount(
        codeBasic,
        "DiscountCodeBasicUpdatePayload",
        { id: args.id, input: args.basicCodeDiscount },
        ctx,
      ),
    discountCodeFreeShippingCreate: (args: { freeShippingCodeDiscount: DiscountInput }) =>
      saveDiscount(
        codeFreeShipping,
        "DiscountCodeFreeShippingCreatePayload",
        { id: null, input: args.freeShippingCodeDiscount },
        ctx,
      ),
    discountCodeFreeShippingUpdate: (args: ById & { freeShippingCodeDiscount: DiscountInput }) =>
      saveDiscount(
        codeFreeShipping,
        "DiscountCodeFreeShippingUpdatePayload",
        { id: args.id, input: args.freeShippingCodeDiscount },
        ctx,
      ),
    discountCodeActivate: ({ id }: ById) =>
      switchDiscount("code", "DiscountCodeActivatePayload", { id, on: true }, ctx),
    discountCodeDeactivate: ({ id }: ById) =>
      switchDiscount("code", "DiscountCodeDeactivatePayload", { id, on: false }, ctx),
    discountCodeDelete: ({ id }: ById) =>
      deleteDiscount("code", { type: "DiscountCodeDeletePayload", field: "deletedCodeDiscountId" }, id, ctx),
  };
}

/** The mutations of native discounts, automatic and by code. */
export function discountMutations(ctx: AdminContext) {
  return { ...automaticMutations(ctx), ...codeMutations(ctx) };
}
